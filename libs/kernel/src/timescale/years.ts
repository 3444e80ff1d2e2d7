import { unreadable, type Place, type Reader } from './reader';
import type { Token } from './tokens';
import { monthOf } from './vocabulary';

/**
 * Years as written. `calendar`: 1 January of the first to 31 December of the last; `pair`: `2024/25` with nothing said
 * beside it; `financial` and `school`: said so.
 */
export interface Years extends Place {
  readonly first: number;
  readonly last: number;
  readonly kind: 'calendar' | 'pair' | 'financial' | 'school';
  /** What had to be settled to read them. */
  readonly reading?: string;
}

const FINANCIAL = ['financial years', 'financial year', 'fy'];
const SCHOOL = [
  'school years',
  'school year',
  'academic years',
  'academic year',
  'school session',
  'academic session',
  'session',
];

export const TWO_DIGITS = 'write the year with four digits: two may be a day or a year';

/** A year of four digits within what the tracker takes. */
function yearOf(token: Token): number {
  if (token.length !== 4) unreadable('a year is written with four digits', token);
  const year = Number(token.text);
  if (year < 2000 || year > 2099) unreadable('the year lies outside 2000 to 2099', token);
  return year;
}

/** One calendar year, as it stands in a day or a month. */
export function oneYear(token: Token): Years {
  const year = yearOf(token);
  return { at: token.at, length: token.length, first: year, last: year, kind: 'calendar' };
}

type Label = 'financial' | 'school';

function takeLabel(reader: Reader): Label | undefined {
  if (reader.takePhrase(...FINANCIAL)) return 'financial';
  return reader.takePhrase(...SCHOOL) ? 'school' : undefined;
}

/** `2027`, `2024/25`, `2021-23`, each with or without what kind of year it is. `beside` is what the year belongs to. */
export function readYears(reader: Reader, beside: 'nothing' | 'quarter' | 'season'): Years {
  const mark = reader.mark;
  const before = takeLabel(reader);
  if (before === undefined) reader.takePhrase('calendar year', 'year');
  const { year, reading } = firstYear(reader, beside);
  const second = takeSecond(reader, year, beside, before);
  const label = before ?? takeLabel(reader);
  const place = reader.since(mark);
  const years = second === undefined ? single(year, label, place) : joined(year, second, label, beside, place);
  return { ...place, ...years, ...(reading === undefined ? {} : { reading }) };
}

interface First {
  readonly year: number;
  readonly reading?: string;
}

function firstYear(reader: Reader, beside: string): First {
  reader.take('apostrophe');
  const token = reader.take('number') ?? reader.fail('a year is missing here');
  if (token.length !== 2) return { year: yearOf(token) };
  if (beside !== 'season') unreadable(TWO_DIGITS, token);
  // Plans write "Autumn 21"; beside a season two digits can only be a year.
  const year = 2000 + Number(token.text);
  return { year, reading: `${token.text} read as ${String(year)}` };
}

interface Second {
  readonly sign: 'dash' | 'slash';
  readonly token: Token;
}

/** The `/25`, `-25` or `/2025` after a first year. */
function takeSecond(reader: Reader, first: number, beside: string, label: Label | undefined): Second | undefined {
  const mark = reader.mark;
  const sign = reader.take('dash', 'slash')?.kind;
  const token = reader.take('number');
  const second = token !== undefined && (sign === 'dash' || sign === 'slash') ? { sign, token } : undefined;
  if (second !== undefined && belongsTo(second, first, beside, label, reader)) return second;
  reader.backTo(mark);
  return undefined;
}

/** Whether it is the other half of the year before it, and not the further date of a range. */
function belongsTo(second: Second, first: number, beside: string, label: Label | undefined, reader: Reader): boolean {
  const { sign, token } = second;
  if (token.length !== 2 && token.length !== 4) return false;
  if (sign === 'slash' || label !== undefined) return true;
  if (token.length === 2) return !dayGoesOn(reader, 0);
  // A dash and four digits are a range of years, unless what stands beside them says else.
  return beside === 'nothing' ? reader.follows(...FINANCIAL, ...SCHOOL) : Number(token.text) === first + 1;
}

/**
 * Whether the two digits before `ahead` are the day of a further date: the 20 of `2019-20 March 2020`. Refuses
 * `2019-20-March 2020`, where they may as well end a year that a range goes on from.
 */
export function dayGoesOn(reader: Reader, ahead: number): boolean {
  const sign = reader.peek(ahead);
  const word = reader.word(ahead);
  if (sign?.kind === 'dash' && monthOf(reader.word(ahead + 1)) !== undefined) {
    unreadable('this dash may join a day to its month or two dates: write "to" between two dates', sign);
  }
  if (['st', 'nd', 'rd', 'th', 'of'].includes(word ?? '') || monthOf(word) !== undefined) return true;
  return (sign?.kind === 'slash' || sign?.kind === 'dot') && reader.kind(ahead + 1) === 'number';
}

/** Whether what stands here can only be a year or go before one. */
export function yearsFollow(reader: Reader): boolean {
  return reader.follows(...FINANCIAL, ...SCHOOL, 'calendar year', 'year');
}

type Settled = Pick<Years, 'first' | 'last' | 'kind'>;

function single(year: number, label: Label | undefined, place: Place): Settled {
  if (label !== undefined) unreadable(`a ${label} year spans two years: write both, as in 2024/25`, place);
  return { first: year, last: year, kind: 'calendar' };
}

function joined(first: number, second: Second, label: Label | undefined, beside: string, place: Place): Settled {
  const last = second.token.length === 4 ? yearOf(second.token) : 2000 + Number(second.token.text);
  if (last <= first) unreadable('it ends before it starts', place);
  if (last === first + 1) return consecutive(first, second, label, beside, place);
  if (label !== undefined) unreadable(`a ${label} year spans two years that follow each other`, place);
  if (second.sign === 'slash' || beside !== 'nothing') {
    unreadable('these years do not follow each other: write a range as 2021 to 2023', place);
  }
  return { first, last, kind: 'calendar' };
}

function consecutive(first: number, second: Second, label: Label | undefined, beside: string, place: Place): Settled {
  if (beside === 'quarter' && label === undefined && second.sign === 'dash' && second.token.length === 4) {
    unreadable('this may be a financial year or a range: write Q3 2024/25, or Q3 2024 to Q4 2025', place);
  }
  return { first, last: first + 1, kind: label ?? 'pair' };
}
