import type { VNode } from 'preact';
import { described } from '../../frame/forms/fields';
import { errorOf, type FormError } from '../../frame/forms/form-errors';

/** A file that a form asks for on its last page, because no form can carry one on from page to page. */
export interface FileAsked {
  readonly label: string;
  readonly hint: string;
  readonly missing: string;
}

export const FILE_FIELD = 'file';

interface Props extends FileAsked {
  readonly errors: readonly FormError[];
}

export function FileQuestion({ label, hint, errors }: Props): VNode {
  const error = errorOf(errors, FILE_FIELD);
  return (
    <div class={error === null ? 'ds_question' : 'ds_question ds_question--error'}>
      <label class="ds_label" for={FILE_FIELD}>
        {label}
      </label>
      <p class="ds_hint-text" id={`${FILE_FIELD}-hint`}>
        {hint}
      </p>
      {error === null ? null : (
        <p class="ds_question__error-message" id={`${FILE_FIELD}-error`}>
          {error}
        </p>
      )}
      <input
        class="pt-file"
        type="file"
        id={FILE_FIELD}
        name={FILE_FIELD}
        {...described({ name: FILE_FIELD, hint, errors })}
      />
    </div>
  );
}
