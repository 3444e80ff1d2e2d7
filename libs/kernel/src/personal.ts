/**
 * Free text, a name or a contact: anything a person typed. In memory it stands in clear; in an event it is stored
 * sealed under a key that can be destroyed, after which it reads as `{ erased: true }`.
 */
export type Personal = { readonly personal: string } | { readonly erased: true };

/** What people see where the text has been erased. */
export const ERASED_TEXT = '[removed]';

/** Whether it is text that can be kept: no lone surrogates, no control characters but tab and line ends. */
export function isPlainText(text: string): boolean {
  return !/[\p{Cs}]|(?![\t\n\r])\p{Cc}/u.test(text);
}

/** @throws TypeError on text that cannot be kept; check what a person typed with `isPlainText` first */
export function personal(text: string): Personal {
  if (!isPlainText(text)) throw new TypeError('text with control characters or broken characters cannot be kept');
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

/** Whether text in clear stands anywhere in a payload. */
export function holdsText(value: unknown): boolean {
  return holds(value, (found) => 'personal' in found);
}

/** Whether text that was erased stands anywhere in a payload. */
export function holdsErased(value: unknown): boolean {
  return holds(value, (found) => 'erased' in found);
}

/** A copy in which every text reads as erased. */
export function withoutText<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (isPersonal(value)) return { erased: true } as Value;
  if (Array.isArray(value)) return value.map(withoutText) as Value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutText(member)])) as Value;
}

function holds(value: unknown, is: (found: Personal) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (isPersonal(value)) return is(value);
  return Object.values(value).some((member) => holds(member, is));
}
