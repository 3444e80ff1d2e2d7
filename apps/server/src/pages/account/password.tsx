import type { VNode } from 'preact';
import { TextField } from '../frame/forms/fields';
import { FilledForm } from '../frame/forms/filled-form';
import { Form, Submit } from '../frame/forms/form';
import type { FormError } from '../frame/forms/form-errors';
import { accountWords } from './words';

const words = accountWords();

/** Chooses another password. */
export function PasswordSection({
  csrf,
  errors,
}: {
  readonly csrf: string;
  readonly errors: readonly FormError[];
}): VNode {
  const field = { form: FilledForm.empty, errors, type: 'password' as const };
  return (
    <>
      <h2>{words.changeTitle}</h2>
      <p>{words.changeText}</p>
      <Form action="/sign-ins/password" csrf={csrf}>
        <TextField {...field} name="currentPassword" label={words.currentPassword} autocomplete="current-password" />
        <TextField
          {...field}
          name="newPassword"
          label={words.newPassword}
          hint={words.passwordHint}
          autocomplete="new-password"
        />
        <Submit secondary>{words.change}</Submit>
      </Form>
    </>
  );
}
