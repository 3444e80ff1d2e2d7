import type { Fault } from '@promise/kernel';
import { errorsFrom, type FormError } from '../../frame/forms/form-errors';
import type { FormField } from './field';
import { recordingWords } from './words';

/** Where errors go that no question of the form is about. */
const ELSEWHERE = 'main';

type Fields = readonly FormField<never>[];

/** What the shape of the body forbids, in a sentence that names the question. */
export function errorsOfInput(faults: readonly Fault[], fields: Fields): FormError[] {
  const words = recordingWords();
  const labels = labelsOf(fields);
  const errors = faults.map(({ field, rule, message }) => {
    const at = inputOf(field, fields);
    const label = labels[at] ?? field;
    return { field: at, message: rule === 'required' ? words.unanswered(label) : words.wrong(label, message) };
  });
  return onePerField(errors);
}

/** What a rule of the domain forbids, in its own words. */
export function errorsOfRefusal(faults: readonly Fault[], fields: Fields): FormError[] {
  return onePerField(errorsFrom(faults.map((fault) => ({ ...fault, field: inputOf(fault.field, fields) }))));
}

/** Errors of one field only once, those found first. */
export function onePerField(errors: readonly FormError[]): FormError[] {
  return errors.filter((error, n) => errors.findIndex(({ field }) => field === error.field) === n);
}

/** `evidence.0.link` is looked for as itself, then as `evidence.0` and `evidence`. */
export function inputOf(field: string, fields: Fields): string {
  const names = Object.assign({}, ...fields.map((each) => each.names)) as Readonly<Record<string, string>>;
  for (let part = field; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('.')))) {
    const input = names[part];
    if (input !== undefined) return input;
  }
  return ELSEWHERE;
}

function labelsOf(fields: Fields): Readonly<Record<string, string>> {
  const labels = fields.map(({ id, label, labels: others }) => ({ [id]: label, ...others }));
  return Object.assign({}, ...labels) as Record<string, string>;
}
