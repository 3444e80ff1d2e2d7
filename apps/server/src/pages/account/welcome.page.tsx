import { TextField } from '../frame/forms/fields';
import type { FilledForm } from '../frame/forms/filled-form';
import { ErrorSummary, Form, Submit } from '../frame/forms/form';
import type { FormError } from '../frame/forms/form-errors';
import type { Page } from '../frame/page';
import { accountWords } from './words';

const words = accountWords();

export interface WelcomeView {
  readonly csrf: string;
  /** The token of the link. */
  readonly link: string;
  readonly name: string;
  readonly form: FilledForm;
  readonly errors: readonly FormError[];
}

/** Where somebody takes up an invitation, or chooses anew how to sign in. */
export function welcomePage({ csrf, link, name, form, errors }: WelcomeView): Page {
  return {
    title: words.welcomeTitle,
    isSecret: true,
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    content: (
      <>
        <ErrorSummary errors={errors} />
        <h1>{words.welcomeTitle}</h1>
        <p>{words.welcome(name)}</p>
        <Form action="/welcome" csrf={csrf}>
          <input type="hidden" name="link" value={link} />
          <TextField
            form={form}
            errors={errors}
            name="signInName"
            label={words.signInName}
            hint={words.signInNameHint}
            autocomplete="username"
          />
          <TextField
            form={form}
            errors={errors}
            name="password"
            label={words.password}
            hint={words.passwordHint}
            type="password"
            autocomplete="new-password"
          />
          <Submit>{words.save}</Submit>
        </Form>
      </>
    ),
  };
}

/** A link that is worth nothing. */
export function deadLinkPage(): Page {
  return {
    title: words.deadTitle,
    status: 404,
    content: (
      <>
        <h1>{words.deadTitle}</h1>
        <p>{words.dead}</p>
      </>
    ),
  };
}
