import type { Meaning } from './meaning';
import { FROM, led } from './read-led';
import type { Reader } from './reader';
import { takeRecurring } from './recurring';
import { END_OF, openFrom, refuseStart, singleSpan, takeOnwards, untilEnd, whole } from './settle';
import { ONGOING, readSpan } from './span';

const IN = ['in', 'on', 'during', 'within', 'for', 'at'];

/** Reads what the words mean, up to the notes that may follow. */
export function readMeaning(reader: Reader): Meaning {
  if (takeRecurring(reader)) return recurring(reader);
  if (reader.takePhrase(...ONGOING)) return ongoing(reader);
  return led(reader) ?? plain(reader);
}

function recurring(reader: Reader): Meaning {
  const nothing: Meaning = {
    start: null,
    end: null,
    precision: 'range',
    shape: 'recurring',
    readings: [],
    twoDates: false,
  };
  takeOnwards(reader);
  if (!reader.takePhrase(...FROM)) return nothing;
  const span = singleSpan(reader);
  takeOnwards(reader);
  return { ...nothing, start: span.start, precision: span.precision, readings: span.readings };
}

/** `ongoing` alone, or before words that say from when, until when or throughout what. */
function ongoing(reader: Reader): Meaning {
  takeOnwards(reader);
  if (!reader.done) {
    reader.take('dash', 'comma', 'colon');
    const meaning = /^(from|since|starting|until|till|up|throughout)$/.test(reader.word() ?? '')
      ? led(reader)
      : undefined;
    if (meaning !== undefined) return meaning;
    if (reader.kind() === 'number' || reader.kind() === 'word') {
      reader.fail('"ongoing" has no date of its own: write "from" or "until" before the date');
    }
  }
  return { start: null, end: null, precision: 'range', shape: 'from', readings: [], twoDates: false };
}

function plain(reader: Reader): Meaning {
  reader.takePhrase(...IN);
  if (reader.takePhrase(...END_OF)) return untilEnd(singleSpan(reader), 'by');
  refuseStart(reader);
  const span = readSpan(reader);
  if (span.open || takeOnwards(reader)) return openFrom(reader, span);
  return whole(span, 'within');
}
