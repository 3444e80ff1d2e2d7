import type { KnownToken } from '@promise/identity';
import { isPlainText } from '@promise/kernel';
import type { VNode } from 'preact';
import { momentInWords } from '../frame/dates';
import { Radios, SelectField, TextField } from '../frame/forms/fields';
import type { FilledForm } from '../frame/forms/filled-form';
import { Form, Submit } from '../frame/forms/form';
import type { FormError } from '../frame/forms/form-errors';
import type { Page } from '../frame/page';
import { accountWords } from './words';
import { TableHead } from '../frame/parts';

const words = accountWords();
const DAYS = [30, 90, 365];
const LONGEST_NAME = 100;

/** What was asked of a new token, or what is wrong with that. */
export function tokenWanted(
  form: FilledForm,
): { readonly name: string; readonly mayRecord: boolean; readonly days: number } | readonly FormError[] {
  const [name, may] = [form.text('name'), form.text('may')];
  const days = DAYS.find((each) => String(each) === form.text('days')) ?? 30;
  const errors: FormError[] = [];
  if (name === '' || !isPlainText(name)) errors.push({ field: 'name', message: words.tokenNameMissing });
  else if (name.length > LONGEST_NAME) errors.push({ field: 'name', message: words.tokenNameLong });
  if (may !== 'read' && may !== 'record') errors.push({ field: 'may', message: words.tokenMayMissing });
  return errors.length > 0 ? errors : { name, mayRecord: may === 'record', days };
}

interface FormProps {
  readonly csrf: string;
  readonly form: FilledForm;
  readonly errors: readonly FormError[];
}

export function TokenForm({ csrf, form, errors }: FormProps): VNode {
  const may = [
    { value: 'read', label: words.reads },
    { value: 'record', label: words.records },
  ];
  const days = DAYS.map((count) => ({ value: String(count), label: words.days(count) }));
  return (
    <Form action="/sign-ins/tokens" csrf={csrf}>
      <TextField
        form={form}
        errors={errors}
        name="name"
        label={words.tokenName}
        hint={words.tokenNameHint}
        autocomplete="off"
      />
      <Radios form={form} errors={errors} name="may" label={words.tokenMay} choices={may} />
      <SelectField form={form} errors={errors} name="days" label={words.tokenDays} choices={days} />
      <Submit secondary>{words.makeToken}</Submit>
    </Form>
  );
}

export function TokenTable({ tokens, csrf }: { readonly tokens: readonly KnownToken[]; readonly csrf: string }): VNode {
  return (
    <table class="pt-table">
      <TableHead columns={[words.tokenName, words.tokenMay, words.lastUsed, words.ends]} />
      <tbody>
        {tokens.map(({ id, name, mayRecord, lastUsedAt, expiresAt }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td data-label={words.tokenMay}>{mayRecord ? words.records : words.reads}</td>
            <td data-label={words.lastUsed}>{lastUsedAt === null ? words.neverUsed : momentInWords(lastUsedAt)}</td>
            <td data-label={words.ends}>
              {momentInWords(expiresAt)}
              <Form action={`/sign-ins/tokens/${id}/end`} csrf={csrf}>
                <button type="submit" class="pt-link-button">
                  {words.endToken(name)}
                </button>
              </Form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A new token, shown once. */
export function madeTokenPage(token: string): Page {
  return {
    title: words.madeTitle,
    isSecret: true,
    content: (
      <>
        <h1>{words.madeTitle}</h1>
        <p>{words.madeText}</p>
        <p class="pt-secret">{token}</p>
        <p>
          <a href="/sign-ins">{words.backToSignIns}</a>
        </p>
      </>
    ),
  };
}
