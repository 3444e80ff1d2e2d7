/** Who may do something: names of users and groups. Undefined where nothing is said, and what holds elsewhere holds. */
export type Holders = readonly string[] | undefined;

/** Part of an access list: `$d` delete, `$mw` write metadata, `$w` write. */
export type Right = '$d' | '$mw' | '$w';

const ADMINISTRATORS = ['$admins', 'admin'];

type Fields = Readonly<Record<string, unknown>>;

/** @throws SyntaxError what the server could not read either: it then takes its defaults */
export function fieldsOf(data: Uint8Array): Fields {
  const value: unknown = JSON.parse(Buffer.from(data).toString('utf8'));
  return asFields(value);
}

/** @throws SyntaxError no object */
function asFields(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SyntaxError('no object');
  return value as Fields;
}

/**
 * Who has a right by an access list, which may not be there.
 * @throws SyntaxError
 */
export function holdersOf(list: unknown, right: Right): Holders {
  if (list === undefined) return undefined;
  const given = asFields(list)[right];
  if (given === undefined) return undefined;
  const names: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (!names.every((name) => typeof name === 'string')) throw new SyntaxError('no names');
  return names;
}

/** Those who are no administrators; administrators may do everything, whatever the lists say. */
export function othersAmong(holders: Holders): readonly string[] {
  return (holders ?? []).filter((holder) => !ADMINISTRATORS.includes(holder));
}

/** Names of holders as a sentence has them. */
export function inWords(holders: readonly string[]): string {
  return holders.map((holder) => (holder === '$all' ? 'everybody ($all)' : holder)).join(', ');
}
