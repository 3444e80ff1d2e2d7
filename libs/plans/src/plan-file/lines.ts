import { below } from './pointer';

/** An object of the document with its place. Its shape is not known yet: checks go on where the schema is broken. */
export interface Line {
  readonly pointer: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A text of the document with its place. */
export interface Text {
  readonly pointer: string;
  readonly text: string;
}

export function lineOf(value: unknown, pointer = ''): Line {
  const fields = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return { pointer, fields };
}

/** The object in a field; without members where there is none. */
export function child(line: Line, name: string): Line {
  return lineOf(line.fields[name], below(line.pointer, name));
}

/** The objects in the list of a field; none where there is no list. */
export function children(line: Line, name: string): readonly Line[] {
  const list = line.fields[name];
  if (!Array.isArray(list)) return [];
  return list.map((value: unknown, index) => lineOf(value, below(line.pointer, name, index)));
}

export function textIn(line: Line, name: string): Text | undefined {
  const text = line.fields[name];
  return typeof text === 'string' ? { pointer: below(line.pointer, name), text } : undefined;
}

/** The texts of one field in several lines, where it is text. */
export function textsIn(lines: readonly Line[], name: string): readonly Text[] {
  return lines.flatMap((line) => textIn(line, name) ?? []);
}

/** The texts in the list of a field. */
export function textsOfList(line: Line, name: string): readonly Text[] {
  const list = line.fields[name];
  if (!Array.isArray(list)) return [];
  return list.flatMap((text: unknown, index) =>
    typeof text === 'string' ? [{ pointer: below(line.pointer, name, index), text }] : [],
  );
}

/** Every text of a value, however deep. */
export function everyText(value: unknown, pointer = ''): readonly Text[] {
  if (typeof value === 'string') return [{ pointer, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => everyText(member, below(pointer, name)));
}
