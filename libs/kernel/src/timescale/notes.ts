import { across, type Place, type Reader } from './reader';

/**
 * The only words that may stand beside a date without saying when. The list is closed because the words of a timescale
 * are kept in clear: no free text may enter through them.
 */
const NOTE_WORDS = [
  'report',
  'strategy',
  'review',
  'evaluation',
  'complete',
  'completed',
  'completion',
  'interim',
  'final',
  'draft',
];

/** Takes `Review complete` or `(Report)` and says where it stood; nothing when no note stands here. */
export function takeNote(reader: Reader): Place | undefined {
  const mark = reader.mark;
  const open = reader.take('open');
  const found = takeWords(reader) && (open === undefined || reader.take('close') !== undefined);
  const place = reader.since(mark);
  if (!found) reader.backTo(mark);
  return found ? place : undefined;
}

/** A note before the date, with the sign that parts them. */
export function takeLeadingNote(reader: Reader): Place | undefined {
  const note = takeNote(reader);
  if (note === undefined) return undefined;
  const sign = reader.take('colon', 'comma', 'dash');
  return sign === undefined ? note : across(note, sign);
}

export function noteFollows(reader: Reader): boolean {
  const mark = reader.mark;
  const found = takeNote(reader) !== undefined;
  reader.backTo(mark);
  return found;
}

function takeWords(reader: Reader): boolean {
  reader.takePhrase('to be');
  if (!reader.takePhrase(...NOTE_WORDS)) return false;
  while (reader.takePhrase(...NOTE_WORDS));
  return true;
}
