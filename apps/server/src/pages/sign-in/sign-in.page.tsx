import { DEMONSTRATION_ROLES, type OpenIdProvider, type Role } from '@promise/identity';
import type { VNode } from 'preact';
import { CSRF_FIELD } from '../../sign-in/forgery';
import type { Unsent } from '../frame/errors/problem-page';
import { TextField } from '../frame/forms/fields';
import { FilledForm } from '../frame/forms/filled-form';
import { ErrorSummary, Form, Submit } from '../frame/forms/form';
import type { FormError } from '../frame/forms/form-errors';
import type { Page } from '../frame/page';
import { roleWords } from '../frame/words';
import { ProviderChoices } from './open-id.page';
import { signInWords } from './words';

export interface SignInView {
  readonly csrf: string;
  /** Where to go afterwards. */
  readonly to: string;
  readonly unsent: string | null;
  readonly providers: readonly OpenIdProvider[];
  /** Whether the demonstration people may be chosen by a button. */
  readonly byButton: boolean;
  readonly byToken: boolean;
  /** What was typed, when something was wrong. */
  readonly form: FilledForm;
  readonly errors: readonly FormError[];
}

export function signInPage(view: SignInView): Page {
  const words = signInWords();
  return {
    title: words.title,
    status: view.errors.length > 0 ? 400 : 200,
    hasErrors: view.errors.length > 0,
    content: (
      <>
        <ErrorSummary errors={view.errors} />
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        <p>
          {words.onlySignedIn} <a href={frontOf(view.to)}>{words.published}</a>.
        </p>
        {view.providers.length > 0 ? <ProviderChoices {...view} /> : null}
        <ByPassword {...view} />
        {view.byButton ? <Buttons {...view} /> : null}
        {view.byToken ? <ByToken {...view} /> : null}
      </>
    ),
  };
}

/** The front page of the partnership that was being read, or the choice of one. */
function frontOf(address: string): string {
  return /^\/p\/[\w-]+/.exec(address)?.[0] ?? '/partnerships';
}

function ByPassword(view: SignInView): VNode {
  const words = signInWords();
  const { form, errors } = view;
  return (
    <Form action="/sign-in" csrf={view.csrf}>
      <Afterwards {...view} />
      <TextField form={form} errors={errors} name="signInName" label={words.name} autocomplete="username" />
      <TextField
        form={form}
        errors={errors}
        name="password"
        label={words.password}
        type="password"
        autocomplete="current-password"
      />
      <Submit>{words.title}</Submit>
    </Form>
  );
}

function Buttons(view: SignInView): VNode {
  const words = signInWords();
  return (
    <>
      <h2>{words.demonstration}</h2>
      <p>{words.demonstrationIntro}</p>
      <Form action="/sign-in" csrf={view.csrf}>
        <Afterwards {...view} />
        <ul class="pt-buttons">
          {DEMONSTRATION_ROLES.map((role: Role) => (
            <li key={role}>
              <button type="submit" name="role" value={role} class="ds_button ds_button--secondary">
                {words.demonstrationButton(roleWords()[role])}
              </button>
            </li>
          ))}
        </ul>
      </Form>
    </>
  );
}

function ByToken(view: SignInView): VNode {
  const words = signInWords();
  const field = { form: FilledForm.empty, errors: view.errors, name: 'token' };
  return (
    <>
      <h2>{words.tokenTitle}</h2>
      <Form action="/sign-in" csrf={view.csrf}>
        <Afterwards {...view} />
        <TextField
          {...field}
          label={words.token}
          hint={words.tokenHint}
          type="password"
          autocomplete="current-password"
        />
        <Submit secondary>{words.tokenButton}</Submit>
      </Form>
    </>
  );
}

/** Carries along where to go afterwards, and what was written before. */
export function Afterwards({ to, unsent }: Pick<SignInView, 'to' | 'unsent'>): VNode {
  return (
    <>
      <input type="hidden" name="to" value={to} />
      {unsent === null ? null : <input type="hidden" name="unsent" value={unsent} />}
    </>
  );
}

/** What was written before the sign-in ended, to be sent again. */
export function carryOnPage({ action, fields }: Unsent, csrf: string): Page {
  const words = signInWords();
  return {
    title: words.carryOnTitle,
    content: (
      <>
        <h1>{words.carryOnTitle}</h1>
        <p>{words.carryOnText}</p>
        <form method="post" action={action} class="pt-form">
          <input type="hidden" name={CSRF_FIELD} value={csrf} />
          {fields.map(([name, value], n) => (
            <input key={n} type="hidden" name={name} value={value} />
          ))}
          <Submit>{words.carryOn}</Submit>
        </form>
      </>
    ),
  };
}
