import { takeNote } from './notes';
import { across, unreadable, type Place, type Reader } from './reader';
import { SEVERAL, refuseAnother } from './span';

/**
 * Reads to the end of the text past what says nothing about when, and returns where that stood. Refuses all else.
 * `year` is the last year that was read, `twoDates` whether both ends of a range stand already.
 */
export function readTail(reader: Reader, year: string | undefined, twoDates: boolean): Place[] {
  const leftOut: Place[] = [];
  while (!reader.done) {
    const place = repeatedYear(reader, year) ?? dashedNote(reader) ?? strayDash(reader, twoDates) ?? reader.take('dot');
    if (place === undefined) refuseRest(reader);
    leftOut.push(place);
  }
  return leftOut;
}

/** The digits of scanning noise: `September 2019 201920192019`. */
function repeatedYear(reader: Reader, year: string | undefined): Place | undefined {
  const token = reader.peek();
  if (token?.kind !== 'number' || year === undefined || token.length % 4 !== 0) return undefined;
  return token.text === year.repeat(token.length / 4) ? reader.take('number') : undefined;
}

function dashedNote(reader: Reader): Place | undefined {
  const mark = reader.mark;
  const sign = reader.take('dash', 'comma', 'colon');
  const note = takeNote(reader);
  if (note === undefined) reader.backTo(mark);
  return note !== undefined && sign !== undefined ? across(sign, note) : note;
}

function strayDash(reader: Reader, twoDates: boolean): Place | undefined {
  const dash = reader.take('dash');
  if (dash === undefined || twoDates) return dash;
  return unreadable('a date is missing after the dash: write "onwards" for an open end, or leave the dash out', dash);
}

function refuseRest(reader: Reader): never {
  refuseAnother(reader);
  if (reader.kind() === 'number') reader.fail(SEVERAL);
  return reader.fail('this cannot be read as part of a timescale');
}
