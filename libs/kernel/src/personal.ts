/**
 * Free text, a name or a contact: anything a person typed. In memory it stands in clear; in an event it is stored
 * sealed under a key that can be destroyed, after which it reads as `{ erased: true }`.
 */
export type Personal = { readonly personal: string } | { readonly erased: true };

/** What people see where the text has been erased. */
export const ERASED_TEXT = '[removed]';

export function personal(text: string): Personal {
  return { personal: text };
}

/** The text, or `[removed]` once its key is gone. */
export function textOf(value: Personal): string {
  return 'personal' in value ? value.personal : ERASED_TEXT;
}

export function isPersonal(value: unknown): value is Personal {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 1 &&
    (('personal' in value && typeof value.personal === 'string') || ('erased' in value && value.erased === true))
  );
}
