import {
  type Day,
  isDay,
  isPlainText,
  parseTimescale,
  type Personal,
  personal,
  Refusal,
  refuse,
  type Timescale,
} from '@promise/kernel';

/** Turns what was given for a field into its form in an event, or refuses it by field and rule. */
export type Reader<T> = (given: unknown, field: string) => T;

export type Shape<Payload> = { readonly [Field in keyof Payload]: Reader<Payload[Field]> };

/** Reads every field of a shape; refuses with all faults at once. Fields that the shape does not name are passed over. */
export function readShape<Payload extends object>(shape: Shape<Payload>, given: object, prefix = ''): Payload {
  return readFields(shape, Object.keys(shape), given, prefix) as Payload;
}

/** Reads only the named fields of a shape. */
export function readFields(
  shape: Readonly<Record<string, Reader<unknown>>>,
  fields: readonly string[],
  given: object,
  prefix: string,
): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  const refusals: Refusal[] = [];
  const values = new Map<string, unknown>(Object.entries(given));
  for (const field of fields) {
    const reader = Object.hasOwn(shape, field) ? shape[field] : undefined;
    try {
      if (reader) read[field] = reader(values.get(field), prefix + field);
      else refuse(prefix + field, 'known-field', `there is no field ${field} here`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.push(error);
    }
  }
  if (refusals.length > 0) throw new Refusal(...refusals.flatMap((refusal) => refusal.faults));
  return read;
}

const TEXT_LENGTH = 10_000;
const TITLE_LENGTH = 300;
const LIST_LENGTH = 100;

export const words: Reader<string> = (given, field) => {
  if (typeof given !== 'string') return refuse(field, 'a-text', 'a text is needed here');
  if (given.trim() === '') return refuse(field, 'not-blank', 'this must not be blank');
  if (!isPlainText(given)) return refuse(field, 'a-text', 'this holds characters that are no text');
  return atMost(TEXT_LENGTH, given, field, 'characters');
};

function atMost<T extends { readonly length: number }>(most: number, given: T, field: string, what: string): T {
  return given.length <= most ? given : refuse(field, 'not-too-long', `at most ${most} ${what} are taken here`);
}

export const text: Reader<Personal> = (given, field) => personal(words(given, field));

/** A title, or the name of a role or a group. */
export const title: Reader<Personal> = (given, field) =>
  personal(atMost(TITLE_LENGTH, words(given, field), field, 'characters'));

export const webAddress: Reader<Personal> = (given, field) => {
  const address = words(given, field).trim();
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) {
    return refuse(field, 'a-web-address', 'a link starts with https:// or http:// and names a place on the web');
  }
  return personal(address);
};

export const day: Reader<Day> = (given, field) => {
  if (typeof given === 'string' && isDay(given)) return given;
  return refuse(field, 'a-real-day', 'a day of the calendar is needed here, such as 2026-03-31');
};

export const timescale: Reader<Timescale> = (given, field) => {
  const typed = words(given, field);
  const parsed = parseTimescale(typed);
  if (parsed.ok) return parsed.timescale;
  const place = typed.slice(parsed.at, parsed.at + parsed.length).trim();
  const where = place === '' ? `at character ${parsed.at + 1}` : `at character ${parsed.at + 1}, “${place}”`;
  return refuse(field, 'readable-timescale', `this timescale cannot be read: ${parsed.reason} (${where})`);
};

export function oneOf<const Values extends readonly string[]>(values: Values): Reader<Values[number]> {
  return (given, field) =>
    values.find((value) => value === given) ?? refuse(field, 'one-of', `this must be one of ${values.join(', ')}`);
}

export function matching(pattern: RegExp, rule: string, message: string): Reader<string> {
  return (given, field) => (typeof given === 'string' && pattern.test(given) ? given : refuse(field, rule, message));
}

export const bytes: Reader<number> = (given, field) =>
  typeof given === 'number' && Number.isSafeInteger(given) && given >= 0
    ? given
    : refuse(field, 'a-size', 'a number of bytes is needed here');

export function optional<T>(reader: Reader<T>): Reader<T | null> {
  return (given, field) => (given === undefined || given === null ? null : reader(given, field));
}

function listOf<T>(reader: Reader<T>): Reader<readonly T[]> {
  return (given, field) => {
    if (!Array.isArray(given)) return refuse(field, 'a-list', 'a list is needed here');
    const items: readonly unknown[] = atMost(LIST_LENGTH, given, field, 'entries');
    return items.map((item, place) => reader(item, `${field}.${String(place)}`));
  };
}

export function someOf<T>(reader: Reader<T>): Reader<readonly T[]> {
  const list = listOf(reader);
  return (given, field) => {
    const items = given === undefined || given === null ? [] : list(given, field);
    return items.length > 0 ? items : refuse(field, 'at-least-one', 'at least one is needed here');
  };
}

export function anyOf<T>(reader: Reader<T>): Reader<readonly T[]> {
  const list = listOf(reader);
  return (given, field) => (given === undefined || given === null ? [] : list(given, field));
}

/** No entry stands in the list twice. */
export function eachOnce<T>(reader: Reader<readonly T[]>): Reader<readonly T[]> {
  return (given, field) => {
    const items = reader(given, field);
    const again = items.findIndex((item, place) => items.indexOf(item) !== place);
    return again < 0 ? items : refuse(`${field}.${String(again)}`, 'each-once', 'this stands in the list already');
  };
}

/** Fields of their own; those that the shape does not name are refused. */
export function group<Payload extends object>(shape: Shape<Payload>): Reader<Payload> {
  return (given, field) => {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) {
      return refuse(field, 'a-group-of-fields', 'fields of their own are needed here');
    }
    const named = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    return readFields(shape, [...new Set([...Object.keys(shape), ...named])], given, `${field}.`) as Payload;
  };
}
