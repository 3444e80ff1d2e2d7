import { addDays } from '../days';
import { inRange, readingsOf, type Meaning } from './meaning';
import { unreadable, type Reader } from './reader';
import { END_OF, START_OF, openFrom, refuseStart, singleSpan, untilEnd, whole } from './settle';
import { readSpan } from './span';

const BY = ['on or before', 'by', 'no later than', 'not later than', 'due by', 'due in', 'due on', 'due', 'deadline'];
export const FROM = ['on or after', 'from', 'since', 'starting from', 'starting in', 'starting on', 'starting'];
const UNTIL = ['until', 'till', 'up until', 'up to'];
const OF_PLAN = ['timescale', 'timescales', 'lifetime', 'life', 'period', 'term', 'duration', 'course'].map(
  (word) => `the ${word} of`,
);

/** Reads a timescale whose first word says how the date is meant; nothing when no such word stands here. */
export function led(reader: Reader): Meaning | undefined {
  if (reader.takePhrase(...FROM)) return from(reader);
  if (reader.takePhrase(...BY)) return by(reader);
  if (reader.takePhrase('before', 'prior to')) return before(reader);
  if (reader.takePhrase('after')) return after(reader);
  if (reader.takePhrase(...UNTIL)) return until(reader);
  if (reader.takePhrase('throughout')) return throughout(reader);
  if (reader.takePhrase('between')) return whole(readSpan(reader, true), 'within');
  return undefined;
}

function from(reader: Reader): Meaning {
  const span = readSpan(reader);
  if (!span.twoDates && span.precision !== 'range') {
    return openFrom(reader, span);
  }
  return whole(span, 'within');
}

function by(reader: Reader): Meaning {
  reader.take('colon');
  reader.takePhrase(...END_OF);
  refuseStart(reader);
  return untilEnd(singleSpan(reader), 'by');
}

/** Exclusive: no later than the day before the date begins. */
function before(reader: Reader): Meaning {
  if (reader.takePhrase(...END_OF)) return untilEnd(singleSpan(reader), 'by');
  reader.takePhrase(...START_OF);
  const span = singleSpan(reader);
  const end = addDays(span.start, -1);
  if (!inRange(end)) unreadable('the day before lies outside 2000 to 2099', span.place);
  return {
    ...untilEnd(span, 'by'),
    end,
    readings: readingsOf(...span.readings, '“before” leaves the date itself out'),
  };
}

/** Exclusive: from the day after the date ends. */
function after(reader: Reader): Meaning {
  reader.takePhrase(...END_OF);
  const span = singleSpan(reader);
  const start = addDays(span.end, 1);
  if (!inRange(start)) unreadable('the day after lies outside 2000 to 2099', span.place);
  return {
    ...openFrom(reader, { ...span, start }),
    readings: readingsOf(...span.readings, '“after” leaves the date itself out'),
  };
}

function until(reader: Reader): Meaning {
  reader.takePhrase(...END_OF);
  refuseStart(reader);
  return untilEnd(singleSpan(reader), 'throughout');
}

/** `throughout 2026`, `Throughout the timescale of this plan -2019-2022`. */
function throughout(reader: Reader): Meaning {
  if (reader.takePhrase(...OF_PLAN)) {
    if (!reader.takePhrase('this plan', 'the plan', 'plan')) reader.fail('"plan" is missing here');
    reader.take('dash', 'comma', 'colon');
    if (reader.done) reader.fail('the dates of the plan are missing: write them here');
  }
  return whole(readSpan(reader), 'throughout');
}
