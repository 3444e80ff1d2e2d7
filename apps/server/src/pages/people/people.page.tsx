import type { RoleHolding } from '@promise/people';
import type { VNode } from 'preact';
import { dayInWords } from '../frame/dates';
import { DayQuestion } from '../frame/forms/date-question';
import { SelectField, TextField } from '../frame/forms/fields';
import type { FilledForm } from '../frame/forms/filled-form';
import { ErrorSummary, Form, Submit } from '../frame/forms/form';
import type { FormError } from '../frame/forms/form-errors';
import type { Page } from '../frame/page';
import { roleWords } from '../frame/words';
import type { Member } from './members';
import { peopleWords } from './words';
import { TableHead } from '../frame/parts';

const words = peopleWords();

/** Roles that a partnership gives; `operator` is whoever runs the machine. */
const GIVEN = ['worker', 'lead', 'board', 'approver', 'inspector', 'administrator'] as const;

export interface PeopleView {
  /** `/p/{partnership}/people` */
  readonly base: string;
  readonly csrf: string;
  readonly form: FilledForm;
  readonly errors: readonly FormError[];
}

/** Everybody with a role, and the form by which somebody is invited. */
export function peoplePage(members: readonly Member[], view: PeopleView): Page {
  return {
    title: words.title,
    here: 'people',
    status: view.errors.length > 0 ? 400 : 200,
    hasErrors: view.errors.length > 0,
    content: (
      <>
        <ErrorSummary errors={view.errors} />
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        {members.length === 0 ? <p>{words.nobody}</p> : <Table members={members} base={view.base} />}
        <h2>{words.inviteTitle}</h2>
        <p>
          {words.knownQuestion} <a href={`${view.base}/known`}>{words.knownTitle}</a>.
        </p>
        <Form action={view.base} csrf={view.csrf} key_={view.form.key}>
          <TextField {...view} name="name" label={words.name} hint={words.nameHint} autocomplete="off" />
          <TextField {...view} name="appearsAs" label={words.group} hint={words.groupHint} optional />
          <RoleFields {...view} />
          <Submit>{words.invite}</Submit>
        </Form>
      </>
    ),
  };
}

/** The role, and its last day. */
export function RoleFields({ form, errors }: Pick<PeopleView, 'form' | 'errors'>): VNode {
  const choices = GIVEN.map((role) => ({ value: role, label: roleWords()[role] }));
  return (
    <>
      <SelectField form={form} errors={errors} name="role" label={words.role} choices={choices} />
      <DayQuestion form={form} errors={errors} name="until" label={words.lastDay} hint={words.lastDayHint} optional />
    </>
  );
}

function Table({ members, base }: { readonly members: readonly Member[]; readonly base: string }): VNode {
  return (
    <table class="pt-table">
      <TableHead columns={[words.person, words.roles, words.state]} />
      <tbody>
        {members.map((member) => (
          <tr key={member.person}>
            <th scope="row">
              <a href={`${base}/${member.person}`}>{nameOf(member)}</a>
              {member.appearsAs === null ? null : <> ({words.appearsAs(member.appearsAs)})</>}
            </th>
            <td data-label={words.roles}>{member.holdings.map(holdingInWords).join('; ')}</td>
            <td data-label={words.state}>{stateOf(member)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function nameOf({ name, person }: Member): string {
  return name ?? person;
}

/** “inspector, from 1 April 2026 up to 30 June 2026” */
export function holdingInWords({ role, from, until, byGroups }: RoleHolding): string {
  const parts = [roleWords()[role], words.from(dayInWords(from))];
  const end = until === null ? '' : ` ${words.until(dayInWords(until))}`;
  return `${parts.join(', ')}${end}${byGroups ? `, ${words.byGroups}` : ''}`;
}

function stateOf({ name, active }: Member): string {
  if (name === null) return words.noAccount;
  return active ? words.active : words.invited;
}

/** The link of an invitation, shown once. */
export function linkPage(name: string, link: string, base: string): Page {
  return {
    title: words.linkTitle,
    here: 'people',
    isSecret: true,
    content: (
      <>
        <h1>{words.linkTitle}</h1>
        <p>{words.linkText(name)}</p>
        <p class="pt-secret">{link}</p>
        <p>{words.linkNext}</p>
        <p>
          <a href={base}>{words.back}</a>
        </p>
      </>
    ),
  };
}
