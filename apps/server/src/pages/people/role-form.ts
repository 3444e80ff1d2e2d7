import { type Day, Refusal } from '@promise/kernel';
import { dayAnswer } from '../frame/forms/date-words';
import type { FilledForm } from '../frame/forms/filled-form';
import { errorsFrom, type FormError } from '../frame/forms/form-errors';

/** Where the last day of a role stands in the form. */
export const LAST_DAY = { until: 'until-day' };

/** The role that was asked for, and what is wrong with how it was asked for. */
export function grantIn(
  form: FilledForm,
  before: readonly FormError[] = [],
): { readonly grant: { readonly role: string; readonly until?: Day }; readonly errors: readonly FormError[] } {
  const role = form.text('role');
  const hasEnd = ['day', 'month', 'year'].some((part) => form.text(`until-${part}`) !== '');
  const until = hasEnd ? dayAnswer(form, 'until') : null;
  if (until && 'error' in until) return { grant: { role }, errors: [...before, until.error] };
  return { grant: until ? { role, until: until.day } : { role }, errors: before };
}

/** What a rule forbids, beside the fields; anything else is no fault of the form. */
export function errorsOf(error: unknown, names: Readonly<Record<string, string>> = {}): readonly FormError[] {
  if (error instanceof Refusal) return errorsFrom(error.faults, names);
  throw error;
}
