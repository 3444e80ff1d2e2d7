import { TextField } from '../frame/forms/fields';
import { ErrorSummary, Form, Submit } from '../frame/forms/form';
import type { Page } from '../frame/page';
import { type PeopleView, RoleFields } from './people.page';
import { peopleWords } from './words';

const words = peopleWords();

/** The form by which somebody gets a role who has an account already, in whatever partnership. */
export function knownPersonPage(view: PeopleView): Page {
  return {
    title: words.knownTitle,
    here: 'people',
    status: view.errors.length > 0 ? 400 : 200,
    hasErrors: view.errors.length > 0,
    content: (
      <>
        <ErrorSummary errors={view.errors} />
        <h1>{words.knownTitle}</h1>
        <p>{words.knownIntro}</p>
        <Form action={`${view.base}/known`} csrf={view.csrf} key_={view.form.key}>
          <TextField {...view} name="code" label={words.code} hint={words.codeHint} autocomplete="off" />
          <RoleFields {...view} />
          <Submit>{words.grant}</Submit>
        </Form>
        <p>
          <a href={view.base}>{words.back}</a>
        </p>
      </>
    ),
  };
}
