import type { VNode } from 'preact';
import { SelectField, TextArea } from '../frame/forms/fields';
import { ErrorSummary, Form, Submit } from '../frame/forms/form';
import type { Page } from '../frame/page';
import { roleWords } from '../frame/words';
import type { Member } from './members';
import { holdingInWords, nameOf, type PeopleView, RoleFields } from './people.page';
import { peopleWords } from './words';

const words = peopleWords();

/** One person: their roles, and what an administrator may do about them. */
export function personPage(member: Member, onlyHere: boolean, view: PeopleView): Page {
  const own = `${view.base}/${member.person}`;
  return {
    title: nameOf(member),
    here: 'people',
    status: view.errors.length > 0 ? 400 : 200,
    hasErrors: view.errors.length > 0,
    content: (
      <>
        <ErrorSummary errors={view.errors} />
        <h1>{nameOf(member)}</h1>
        <ul>
          {member.holdings.map((holding) => (
            <li key={`${holding.role} ${holding.from}`}>{holdingInWords(holding)}</li>
          ))}
        </ul>
        <h2>{words.grantTitle}</h2>
        <Form action={`${own}/roles`} csrf={view.csrf} key_={view.form.key}>
          <RoleFields {...view} />
          <Submit>{words.grant}</Submit>
        </Form>
        <End member={member} view={view} action={`${own}/end`} />
        <NewLink
          view={view}
          action={`${own}/link`}
          may={member.name !== null && !member.isElsewhere && onlyHere}
          why={member.isElsewhere ? words.linkAtCouncil : words.linkElsewhere}
        />
        <p>
          <a href={view.base}>{words.back}</a>
        </p>
      </>
    ),
  };
}

interface EndProps {
  readonly member: Member;
  readonly view: PeopleView;
  readonly action: string;
}

function End({ member, view, action }: EndProps): VNode {
  const roles = [...new Set(member.holdings.map(({ role }) => role))];
  const choices = roles.map((role) => ({ value: role, label: roleWords()[role] }));
  return (
    <>
      <h2>{words.endTitle}</h2>
      {member.holdings.some(({ byGroups }) => byGroups) ? <p>{words.endByGroups}</p> : null}
      <Form action={action} csrf={view.csrf} key_={view.form.key}>
        <SelectField {...view} name="endedRole" label={words.role} choices={choices} />
        <TextArea {...view} name="reason" label={words.endReason} rows={3} />
        <Submit secondary>{words.end}</Submit>
      </Form>
    </>
  );
}

interface NewLinkProps {
  readonly view: PeopleView;
  readonly action: string;
  readonly may: boolean;
  /** Why not, where they may not. */
  readonly why: string;
}

function NewLink({ view, action, may, why }: NewLinkProps): VNode {
  return (
    <>
      <h2>{words.newLinkTitle}</h2>
      {may ? (
        <Form action={action} csrf={view.csrf} key_={view.form.key}>
          <p>{words.newLinkText}</p>
          <Submit secondary>{words.newLink}</Submit>
        </Form>
      ) : (
        <p>{why}</p>
      )}
    </>
  );
}
