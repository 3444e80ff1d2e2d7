import type { Effective } from '../../../api/conventions/effective.dto';
import { Problem } from '../../../api/conventions/problem';
import { CheckedInput } from '../../../api/conventions/validation';
import type { FormError } from '../../frame/forms/form-errors';
import type { FormField } from './field';
import { errorsOfInput, onePerField } from './faults';

const checks = new CheckedInput();

export type Checked<Body> = { readonly body: Body } | { readonly errors: readonly FormError[] };

/** The body as the API would take it, or what is wrong with which question; `unread` is what could not even be read. */
export async function inputChecked<Body extends Effective>(
  dto: new () => Body,
  body: object,
  fields: readonly FormField<never>[],
  unread: readonly FormError[],
): Promise<Checked<Body>> {
  const faulty = await errorsIn(dto, body, fields);
  if ('body' in faulty) return unread.length === 0 ? faulty : { errors: unread };
  return { errors: inOrder([...unread, ...notAlready(faulty.errors, unread, fields)], fields) };
}

async function errorsIn<Body extends Effective>(
  dto: new () => Body,
  body: object,
  fields: readonly FormField<never>[],
): Promise<Checked<Body>> {
  try {
    return { body: (await checks.transform(body, { type: 'body', metatype: dto })) as Body };
  } catch (error) {
    if (!(error instanceof Problem) || !error.document.errors) throw error;
    return { errors: errorsOfInput(error.document.errors, fields) };
  }
}

/** What could not be read is missing from the body, and needs to be said only once. */
function notAlready(
  errors: readonly FormError[],
  unread: readonly FormError[],
  fields: readonly FormField<never>[],
): FormError[] {
  const said = new Set(unread.map(({ field }) => placeOf(field, fields)));
  return errors.filter(({ field }) => !said.has(placeOf(field, fields)));
}

/** As the questions stand on the page. */
function inOrder(errors: readonly FormError[], fields: readonly FormField<never>[]): FormError[] {
  return onePerField(errors).sort((a, b) => placeOf(a.field, fields) - placeOf(b.field, fields));
}

/** The place of the question that an input belongs to; inputs of one question begin with its name. */
function placeOf(input: string, fields: readonly FormField<never>[]): number {
  const place = fields.findIndex(({ id, names, labels }) => {
    const own = [id, ...Object.values(names), ...Object.keys(labels ?? {})];
    return own.some((each) => input === each || input.startsWith(`${each.replace(/-day$/, '')}-`));
  });
  return place < 0 ? fields.length : place;
}
