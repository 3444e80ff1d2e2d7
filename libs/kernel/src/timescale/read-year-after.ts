import type { Reader } from './reader';
import { TWO_DIGITS, oneYear, type Years } from './years';

/** The year that ends a day or a month, with a comma, a dash or "of" before it at most; null where none is said. */
export function yearAfter(reader: Reader): Years | null {
  const mark = reader.mark;
  const joined = reader.take('comma', 'dash') !== undefined || reader.takePhrase('of');
  if (reader.kind() === 'apostrophe') reader.fail(TWO_DIGITS);
  const token = reader.peek();
  if (token?.kind === 'number' && token.length === 4) {
    reader.take('number');
    return oneYear(token);
  }
  if (token?.kind === 'number' && !joined)
    reader.fail(token.length === 2 ? TWO_DIGITS : 'a year is written with four digits');
  reader.backTo(mark);
  return null;
}
