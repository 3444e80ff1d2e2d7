import type { Fault } from '@promise/kernel';

/** What is wrong with a field, in a sentence for the person. `field` is the name of the field in the form. */
export interface FormError {
  readonly field: string;
  readonly message: string;
}

/** The first error of a field, or null. */
export function errorOf(errors: readonly FormError[], field: string): string | null {
  return errors.find((each) => each.field === field)?.message ?? null;
}

/**
 * Faults of a command as errors of the form. `names` gives for a field of the command the field of the form it was
 * filled from; `evidence.0.link` is looked for as itself, then as `evidence`.
 */
export function errorsFrom(
  faults: readonly Fault[],
  names: Readonly<Record<string, string>> = {},
): readonly FormError[] {
  return faults.map(({ field, message }) => {
    const top = field.split('.')[0] ?? field;
    return { field: names[field] ?? names[top] ?? field, message: sentence(message) };
  });
}

function sentence(message: string): string {
  const text = message.trim();
  const capital = text.slice(0, 1).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
