import { lastDayOfMonth, type Day } from '../days';
import { SEASON_STARTS, pairName } from './period';
import type { Precision } from './timescale';
import { SEASONS, monthName } from './vocabulary';

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function partsOf(day: Day): Parts {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, day: date };
}

/** `31 March 2027`. */
export function spellDay(day: Day): string {
  const { year, month, day: date } = partsOf(day);
  return `${String(date)} ${monthName(month)} ${String(year)}`;
}

/** The name of the month, season or year that begins on this day; nothing when none of that kind does. */
export function unitStarting(day: Day, precision: Precision): string | undefined {
  const { year, month, day: date } = partsOf(day);
  if (date !== 1) return undefined;
  switch (precision) {
    case 'day':
      return undefined;
    case 'season':
      return seasonStarting(year, month);
    case 'year':
      return yearStarting(year, month);
    default:
      return `${monthName(month)} ${String(year)}`;
  }
}

const MONTHS_IN: Partial<Record<Precision, number>> = { season: 3, year: 12 };

/** The name of the month, season or year that ends on this day; nothing when none of that kind does. */
export function unitEnding(day: Day, precision: Precision): string | undefined {
  const { year, month } = partsOf(day);
  if (day !== lastDayOfMonth(year, month)) return undefined;
  const count = MONTHS_IN[precision] ?? 1;
  const begins = year * 12 + month - count;
  const [firstYear, firstMonth] = [Math.floor(begins / 12), (begins % 12) + 1];
  return unitStarting(`${String(firstYear)}-${String(firstMonth).padStart(2, '0')}-01`, precision);
}

function seasonStarting(year: number, month: number): string | undefined {
  const season = SEASONS.find((each) => SEASON_STARTS[each] === month);
  if (season === undefined) return undefined;
  return season === 'winter' ? `winter ${pairName(year)}` : `${season} ${String(year)}`;
}

function yearStarting(year: number, month: number): string | undefined {
  if (month === 1) return String(year);
  if (month === 4) return `the financial year ${pairName(year)}`;
  return month === 8 ? `the school year ${pairName(year)}` : undefined;
}

/** `2019 to 2022`, `October 2019 to September 2020`, `1 April 2019 to 15 June 2019`: as short as the days allow. */
export function spellRange(start: Day, end: Day): string {
  const [from, to] = [start.slice(0, 4), end.slice(0, 4)];
  if (from !== to && start.endsWith('-01-01') && end.endsWith('-12-31')) return `${from} to ${to}`;
  const [first, last] = [unitStarting(start, 'month'), unitEnding(end, 'month')];
  if (first !== undefined && last !== undefined && first !== last) return `${first} to ${last}`;
  return `${spellDay(start)} to ${spellDay(end)}`;
}
