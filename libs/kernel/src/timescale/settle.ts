import type { Meaning } from './meaning';
import { unreadable, type Reader } from './reader';
import { ONGOING, readSpan, type Span } from './span';

export const END_OF = ['the end of', 'end of', 'end'];
export const START_OF = ['the start of', 'start of', 'the beginning of', 'beginning of'];
const ONWARDS = [
  'onwards',
  'onward',
  ...ONGOING,
  'with no end date',
  'with no end',
  'no end date',
  'no end',
  'open ended',
];

export function whole(span: Span, shape: 'within' | 'throughout'): Meaning {
  const { start, end, precision, readings, twoDates } = span;
  if (span.open) unreadable('an open end does not go with these words', span.place);
  return { start, end, precision, shape, readings, twoDates: twoDates || precision === 'range' };
}

export function untilEnd(span: Span, shape: 'by' | 'throughout'): Meaning {
  return { start: null, end: span.end, precision: span.precision, shape, readings: span.readings, twoDates: false };
}

export function openFrom(reader: Reader, span: Span): Meaning {
  if (span.twoDates || span.precision === 'range') {
    unreadable('a range ends, and "onwards" does not: write only one of them', reader.since(0));
  }
  takeOnwards(reader);
  return {
    start: span.start,
    end: null,
    precision: span.precision,
    shape: 'from',
    readings: span.readings,
    twoDates: false,
  };
}

export function singleSpan(reader: Reader): Span {
  const span = readSpan(reader);
  if (span.twoDates || span.open || span.precision === 'range')
    unreadable('one date is needed here, not a range', span.place);
  return span;
}

export function takeOnwards(reader: Reader): boolean {
  const mark = reader.mark;
  reader.take('dash', 'comma');
  reader.takePhrase('and');
  if (!reader.takePhrase(...ONWARDS)) {
    reader.backTo(mark);
    return false;
  }
  takeOnwards(reader);
  return true;
}

export function refuseStart(reader: Reader): void {
  if (reader.takePhrase(...START_OF)) {
    reader.fail('a start has no last day: write the day that is meant, or "before" the date');
  }
}
