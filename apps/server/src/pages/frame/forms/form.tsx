import type { ComponentChildren, VNode } from 'preact';
import { CSRF_FIELD } from '../../../sign-in/forgery';
import type { FilledForm } from './filled-form';
import { KEY_FIELD, VERSION_FIELD } from './filled-form';
import type { FormError } from './form-errors';
import { formWords } from './words';

interface FormProps {
  readonly action: string;
  /** The token of the frame: `csrfTokenFor(request.sessionToken)`. */
  readonly csrf: string;
  /** The idempotency key: `form.key`. The same key records the same thing once, however often it is sent. */
  readonly key_?: string;
  /** The version of the thing that the person read. */
  readonly version?: number | undefined;
  /** The form has a file. */
  readonly withFile?: boolean;
  readonly children: ComponentChildren;
}

/** A form that records something when it is posted. */
export function Form({ action, csrf, key_, version, withFile, children }: FormProps): VNode {
  return (
    <form
      class="pt-form"
      method="post"
      action={action}
      novalidate
      {...(withFile ? { enctype: 'multipart/form-data' as const } : {})}
    >
      <input type="hidden" name={CSRF_FIELD} value={csrf} />
      {key_ === undefined ? null : <input type="hidden" name={KEY_FIELD} value={key_} />}
      {version === undefined ? null : <input type="hidden" name={VERSION_FIELD} value={String(version)} />}
      {children}
    </form>
  );
}

/** Carries what was filled in on to the next page, unseen. */
export function HiddenFields({ form }: { readonly form: FilledForm }): VNode {
  return (
    <>
      {form.entries().map(([name, value], n) => (
        <input key={n} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** What is wrong, first on the page, focused, each linked to its field (`id` of a field is its name). */
export function ErrorSummary({ errors }: { readonly errors: readonly FormError[] }): VNode | null {
  if (errors.length === 0) return null;
  return (
    <div
      class="ds_error-summary"
      id="error-summary"
      role="alert"
      aria-labelledby="error-summary-title"
      tabindex={-1}
      autofocus
    >
      <h2 class="ds_error-summary__title" id="error-summary-title">
        {formWords().problems}
      </h2>
      <ul class="ds_error-summary__list">
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The button that sends the form. */
export function Submit({
  children,
  secondary,
}: {
  readonly children: ComponentChildren;
  readonly secondary?: boolean;
}): VNode {
  return (
    <button type="submit" class={secondary ? 'ds_button ds_button--secondary' : 'ds_button'}>
      {children}
    </button>
  );
}
