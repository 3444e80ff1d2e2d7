import { describeTimescale } from './describe';
import { takeLeadingNote } from './notes';
import type { Meaning } from './meaning';
import { readMeaning } from './read-meaning';
import { Reader, Unreadable, unreadable, type Place } from './reader';
import { refuseAtSight } from './refuse-at-sight';
import { spellDay } from './spell';
import { readTail } from './tail';
import type { Timescale } from './timescale';
import { tokenise } from './tokens';

/** What the words mean, with a sentence to show back; or why they cannot be read, and where. */
export type ParsedTimescale =
  | { readonly ok: true; readonly timescale: Timescale; readonly understood: string }
  | {
      readonly ok: false;
      readonly reason: string;
      /** Where the fault begins, in UTF-16 code units from the start of what was given. */
      readonly at: number;
      readonly length: number;
    };

/** The longest text that is read, in UTF-16 code units. */
export const TIMESCALE_WORDS_MAX = 200;

/**
 * Reads a timescale as plans and people write it, and never guesses: what may mean two things, or nothing certain, is
 * refused with the reason and the place. Only words from closed lists pass, because they are kept in clear.
 *
 * Settled readings: a month, quarter or season alone is any time in it, late only after its end. Days stand before
 * months. `2024/25` and `2024-25` are financial years, `2019-2022` and `2021-23` calendar years. A quarter counts from
 * January, or from April beside a financial year. A school year runs from 1 August to 31 July. Spring begins in March,
 * and winter needs both its years. Two-digit years are taken beside a season only ("Autumn 21").
 */
export function parseTimescale(words: string): ParsedTimescale {
  try {
    return understand(words);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { ok: false, reason: error.message, ...placeOnly(error.place) };
  }
}

function understand(given: string): ParsedTimescale {
  const words = given.trim();
  if (words === '') unreadable('nothing is written here', { at: 0, length: given.length });
  const begins = given.indexOf(words);
  if (words.length > TIMESCALE_WORDS_MAX) {
    const place = { at: begins + TIMESCALE_WORDS_MAX, length: words.length - TIMESCALE_WORDS_MAX };
    unreadable(`it is longer than ${String(TIMESCALE_WORDS_MAX)} characters`, place);
  }
  const tokens = tokenise(given);
  refuseAtSight(tokens);
  const reader = new Reader(tokens, begins + words.length);
  const note = takeLeadingNote(reader);
  const meaning = readMeaning(reader);
  const tail = readTail(reader, reader.lastYear(), meaning.twoDates);
  const leftOut = [note, ...tail].filter((place) => place !== undefined);
  const { start, end, precision, shape } = meaning;
  const timescale: Timescale = { words, start, end, precision, shape };
  const pieces = leftOut.map((place) => given.slice(place.at, place.at + place.length));
  return { ok: true, timescale, understood: sentences(timescale, meaning.readings, pieces) };
}

function placeOnly({ at, length }: Place): Place {
  return { at, length };
}

function sentences(timescale: Timescale, readings: Meaning['readings'], leftOut: readonly string[]): string {
  const days = daysOf(timescale);
  const said = `${describeTimescale(timescale)}${days === '' ? '' : ` (${days})`}`;
  const all = [timescale.shape === 'recurring' ? `a standard that recurs, with no end: ${said}` : said, ...readings];
  if (leftOut.length > 0) all.push(`left out: ${leftOut.map((piece) => `“${piece}”`).join(', ')}`);
  return all.map((each) => `${each.slice(0, 1).toUpperCase()}${each.slice(1)}.`).join(' ');
}

/** The days, wherever the description does not name them itself. */
function daysOf(timescale: Timescale): string {
  const { start, end, precision, shape } = timescale;
  if (start === null && end === null) return '';
  if (shape === 'recurring' || end === null) return start === null ? '' : `starting on ${spellDay(start)}`;
  if (shape === 'by') return precision === 'day' ? '' : `no later than ${spellDay(end)}`;
  if (start === null) return `to ${spellDay(end)}`;
  const days = `${spellDay(start)} to ${spellDay(end)}`;
  return start === end || describeTimescale(timescale).endsWith(days) ? '' : days;
}
