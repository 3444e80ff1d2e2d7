import type { Unplaced } from './draft';
import { unreadable, type Reader } from './reader';
import { adjacent } from './tokens';
import { numberOf, ordinalOf } from './vocabulary';
import { readYears, yearsFollow, type Years } from './years';

/** A quarter or a half of a year. */
interface Part {
  readonly unit: 'quarter' | 'half';
  readonly nth: number;
}

/** `Q3 2024`, `quarter 3 of 2024/25`, `third quarter 2024`, `H1 2027`, `first half of 2027`. */
export function readPart(reader: Reader): Unplaced {
  const part = takePart(reader) ?? reader.fail('a quarter is missing here');
  reader.take('comma');
  reader.takePhrase('of');
  reader.takePhrase('the');
  return { ...part, years: reader.kind() === 'number' || yearsFollow(reader) ? readYears(reader, 'quarter') : null };
}

/** `2024 Q3`: the part after years that were read already. */
export function readPartAfter(reader: Reader, years: Years): Unplaced {
  const part = takePart(reader);
  return part === undefined ? { unit: 'year', years } : { ...part, years };
}

export function partFollows(reader: Reader): boolean {
  const mark = reader.mark;
  const found = partHere(reader) !== undefined;
  reader.backTo(mark);
  return found;
}

function takePart(reader: Reader): Part | undefined {
  const mark = reader.mark;
  const part = partHere(reader);
  if (part === undefined) reader.backTo(mark);
  else if (part.nth < 1 || part.nth > (part.unit === 'quarter' ? 4 : 2)) {
    unreadable(part.unit === 'quarter' ? 'quarters go from 1 to 4' : 'halves go from 1 to 2', reader.since(mark));
  }
  return part;
}

function partHere(reader: Reader): Part | undefined {
  const [first, second] = [reader.peek(), reader.peek(1)];
  if (first === undefined) return undefined;
  if (/^[qh]$/.test(first.text) && second?.kind === 'number' && adjacent(first, second)) {
    reader.take('word');
    reader.take('number');
    return { unit: first.text === 'q' ? 'quarter' : 'half', nth: Number(second.text) };
  }
  return reader.takePhrase('quarter') ? quarterAfterName(reader) : ordinalBeforeName(reader);
}

function quarterAfterName(reader: Reader): Part | undefined {
  const token = reader.take('number', 'word');
  if (token === undefined || token.length > 5) return undefined;
  const nth = token.kind === 'number' ? (token.length === 1 ? Number(token.text) : undefined) : numberOf(token.text);
  return nth === undefined ? undefined : { unit: 'quarter', nth };
}

function ordinalBeforeName(reader: Reader): Part | undefined {
  const token = reader.take('number', 'word');
  if (token === undefined) return undefined;
  const nth = token.kind === 'number' ? Number(token.text) : ordinalOf(token.text);
  if (token.kind === 'number' && !reader.takePhrase('st', 'nd', 'rd', 'th')) return undefined;
  const unit = reader.takePhrase('quarter') ? 'quarter' : reader.takePhrase('half') ? 'half' : undefined;
  return nth === undefined || unit === undefined ? undefined : { unit, nth };
}
