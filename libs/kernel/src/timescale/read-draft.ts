import type { Draft, Unplaced } from './draft';
import { readNumeric } from './read-numeric';
import { yearAfter } from './read-year-after';
import { readPart, partFollows } from './read-part';
import { across, unreadable, type Reader } from './reader';
import { monthOf, seasonOf, weekdayOf } from './vocabulary';
import { TWO_DIGITS, readYears, yearsFollow } from './years';

/** Reads one date, from a day to a year; refuses when none stands here. */
export function readDraft(reader: Reader): Draft {
  reader.takePhrase('the');
  const mark = reader.mark;
  const weekday = takeWeekday(reader);
  const draft = readUnit(reader);
  const place = reader.since(mark);
  if (weekday === null) return { ...draft, ...place };
  if (draft.unit !== 'day') return unreadable('a weekday stands only beside a day', place);
  return { ...draft, ...place, weekday };
}

/** Whether a date could begin here. */
export function draftFollows(reader: Reader): boolean {
  const word = reader.word();
  if (reader.kind() === 'number' || partFollows(reader) || yearsFollow(reader)) return true;
  return [monthOf, seasonOf, weekdayOf].some((names) => names(word) !== undefined);
}

function takeWeekday(reader: Reader): number | null {
  const weekday = weekdayOf(reader.word());
  if (weekday === undefined) return null;
  reader.take('word');
  reader.take('comma', 'dot');
  reader.takePhrase('the');
  return weekday;
}

function readUnit(reader: Reader): Unplaced {
  if (reader.done) return reader.fail('a date is missing here');
  if (partFollows(reader)) return readPart(reader);
  if (reader.kind() === 'number') return readNumeric(reader);
  if (monthOf(reader.word()) !== undefined) return readMonth(reader);
  if (seasonOf(reader.word()) !== undefined) return readSeason(reader);
  if (yearsFollow(reader)) return { unit: 'year', years: readYears(reader, 'nothing') };
  return reader.fail('this cannot be read as part of a date');
}

/** `March 2027`, `Mar. 2027`, `March 31st, 2027`; without a year where a range may give it. */
function readMonth(reader: Reader): Unplaced {
  const name = reader.take('word');
  const month = monthOf(name?.text) ?? reader.fail('a month is missing here');
  reader.take('dot');
  const number = reader.peek();
  if (number?.kind !== 'number' || number.length > 2) return { unit: 'month', month, years: yearAfter(reader) };
  reader.take('number');
  const ordinal = reader.takePhrase('st', 'nd', 'rd', 'th');
  const years = yearAfter(reader);
  const rangeGoesOn = reader.kind() === 'dash' || ['to', 'until', 'till', 'and'].includes(reader.word() ?? '');
  if (years === null && !ordinal && !rangeGoesOn) unreadable(TWO_DIGITS, across(number, number));
  return { unit: 'day', day: Number(number.text), month, weekday: null, years };
}

/** `spring 2025`, `Autumn 21`, `autumn of 2020`, `winter 2025/26`. */
function readSeason(reader: Reader): Unplaced {
  const season = seasonOf(reader.take('word')?.text) ?? reader.fail('a season is missing here');
  reader.take('comma');
  reader.takePhrase('of');
  const said = reader.kind() === 'number' || reader.kind() === 'apostrophe';
  return { unit: 'season', season, years: said ? readYears(reader, 'season') : null };
}
