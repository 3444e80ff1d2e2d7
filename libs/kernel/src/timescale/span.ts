import type { Draft } from './draft';
import { readingsOf } from './meaning';
import { noteFollows } from './notes';
import type { Period } from './period';
import { draftFollows, readDraft } from './read-draft';
import { across, unreadable, type Place, type Reader } from './reader';
import { borrow, resolve, sameKind } from './resolve';

/** One date, or a range of two, with its place. `open`: "to ongoing" stands where the second date would. */
export interface Span extends Period {
  readonly place: Place;
  readonly twoDates: boolean;
  readonly open: boolean;
  readonly readings: readonly string[];
}

export const ONGOING = ['ongoing', 'on going', 'continuous', 'continuing'];
export const SEVERAL = 'these are several dates and no range: make one entry for each';

const JOINS = ['up to', 'to', 'until', 'till', 'through'];

/** Reads `October 2019-September 2020`, `April to June 2027`, `2019 — 2022` or one date alone. */
export function readSpan(reader: Reader, between = false): Span {
  reader.takePhrase('the start of', 'start of', 'the beginning of', 'beginning of');
  const first = readDraft(reader);
  if (!takeJoin(reader, between)) return alone(reader, first, between);
  if (reader.takePhrase(...ONGOING)) return { ...oneDate(first), open: true };
  reader.takePhrase('the end of', 'end of', 'end');
  return range(first, readDraft(reader));
}

function alone(reader: Reader, first: Draft, between: boolean): Span {
  if (between) reader.fail('"between" needs two dates with "and"');
  refuseAnother(reader);
  return oneDate(first);
}

function takeJoin(reader: Reader, between: boolean): boolean {
  if (noteFollows(reader)) return false;
  if (reader.takePhrase(...JOINS, ...(between ? ['and'] : []))) return true;
  const mark = reader.mark;
  if (reader.take('dash') === undefined) return false;
  if (draftFollows(reader) || reader.follows('the', 'end', ...ONGOING)) return true;
  if (!reader.done && !noteFollows(reader) && !reader.follows('onwards', 'onward', 'with', 'no', 'open')) {
    reader.fail('this cannot be read as the second date of a range');
  }
  reader.backTo(mark);
  return false;
}

/** Refuses `July 2019 September 2019` and its like with "and", "or", a comma or a slash between. */
export function refuseAnother(reader: Reader): void {
  const mark = reader.mark;
  const sign = reader.take('comma', 'slash') !== undefined;
  const joined = reader.takePhrase('and', 'or') || sign;
  const repeated = !joined && reader.kind() === 'number';
  if (draftFollows(reader) && !repeated) reader.fail(SEVERAL);
  reader.backTo(mark);
}

function oneDate(draft: Draft): Span {
  const period = resolve(draft);
  return { ...period, place: draft, twoDates: false, open: false, readings: readingsOf(period.reading) };
}

function range(from: Draft, to: Draft): Span {
  const [first, last] = [resolve(borrow(from, to)), resolve(inherit(to, from))];
  const place = across(from, to);
  if (last.end < first.start) unreadable('it ends before it starts', place);
  const readings = readingsOf(first.reading, last.reading);
  return { start: first.start, end: last.end, precision: 'range', place, twoDates: true, open: false, readings };
}

function inherit(second: Draft, first: Draft): Draft {
  if (second.unit !== 'year' || first.unit !== 'year') return second;
  return { ...second, years: sameKind(second.years, first.years) };
}
