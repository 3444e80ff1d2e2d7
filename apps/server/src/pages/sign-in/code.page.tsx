import { TextField } from '../frame/forms/fields';
import { FilledForm } from '../frame/forms/filled-form';
import { ErrorSummary, Form, Submit } from '../frame/forms/form';
import type { FormError } from '../frame/forms/form-errors';
import type { Page } from '../frame/page';
import { localAddress } from './local-address';
import { Afterwards } from './sign-in.page';
import { signInWords } from './words';

/** Asks for the second factor of somebody whose password was right. */
export function codePage(csrf: string, form: FilledForm, errors: readonly FormError[]): Page {
  const words = signInWords();
  return {
    title: words.codeTitle,
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    content: (
      <>
        <ErrorSummary errors={errors} />
        <h1>{words.codeTitle}</h1>
        <p>{words.codeIntro}</p>
        <Form action="/sign-in/code" csrf={csrf}>
          <Afterwards to={localAddress(form.text('to'))} unsent={form.given('unsent') ?? null} />
          <TextField
            form={FilledForm.empty}
            errors={errors}
            name="code"
            label={words.code}
            hint={words.codeHint}
            autocomplete="one-time-code"
          />
          <Submit>{words.title}</Submit>
        </Form>
      </>
    ),
  };
}
