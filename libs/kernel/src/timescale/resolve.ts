import { lastDayOfMonth } from '../days';
import type { Draft } from './draft';
import { SEASON_STARTS, dayOf, months, pairName, type Period } from './period';
import { unreadable, type Place } from './reader';
import type { Years } from './years';

/** The days that a date as written stands for. Refuses what the calendar has not, and what is not said. */
export function resolve(draft: Draft): Period {
  switch (draft.unit) {
    case 'day':
      return day(draft);
    case 'month':
      return months(calendarYear(draft.years, draft), draft.month, 1, 'month');
    case 'quarter':
      return partOfYear(draft, draft.nth, 3);
    case 'half':
      return partOfYear(draft, draft.nth, 6);
    case 'season':
      return season(draft);
    case 'year':
      return wholeYears(draft.years);
  }
}

/** The first date of a range, with the month and year that only the second one says: `1 to 31 March 2027`. */
export function borrow(first: Draft, second: Draft): Draft {
  if (first.unit === 'year' && second.unit === 'year') return { ...first, years: sameKind(first.years, second.years) };
  if (first.unit !== second.unit || first.unit === 'year' || first.years !== null) return first;
  if (first.unit === 'day' && second.unit === 'day') {
    return { ...first, month: first.month ?? second.month, years: second.years };
  }
  return { ...first, years: second.years };
}

/** `2024/25 to 2026/27 school years`: said once, meant of both. */
export function sameKind(years: Years, other: Years): Years {
  return years.kind === 'pair' && other.kind !== 'calendar' ? { ...years, kind: other.kind } : years;
}

function day(draft: Draft & { unit: 'day' }): Period {
  const { day, month } = draft;
  if (month === null) return unreadable('the month and the year are missing', draft);
  const year = calendarYear(draft.years, draft);
  const text = dayOf(year, month, day);
  if (day < 1 || text > lastDayOfMonth(year, month)) unreadable('there is no such day in the calendar', draft);
  if (draft.weekday !== null && new Date(`${text}T00:00:00.000Z`).getUTCDay() !== draft.weekday) {
    unreadable('the weekday is not that of the day', draft);
  }
  return { start: text, end: text, precision: 'day' };
}

function calendarYear(years: Years | null, place: Place): number {
  if (years === null) return unreadable('the year is missing', place);
  if (years.kind !== 'calendar' || years.last !== years.first) return unreadable('one year is needed here', years);
  return years.first;
}

/** A quarter or half, counted from January, or from April in a financial year. */
function partOfYear(draft: Draft & { unit: 'quarter' | 'half' }, nth: number, count: number): Period {
  const { years, unit } = draft;
  if (years?.kind === 'school') unreadable(`a ${unit} of a school year is not defined: write the months`, draft);
  const precision = unit === 'quarter' ? 'quarter' : 'range';
  const month = 1 + (nth - 1) * count;
  if (years?.kind === 'pair' || years?.kind === 'financial') {
    const reading = `${unit} ${String(nth)} of the financial year ${pairName(years.first)}, which begins in April`;
    return { ...months(years.first, month + 3, count, precision), reading };
  }
  return {
    ...months(calendarYear(years, draft), month, count, precision),
    reading: `${unit} ${String(nth)} of the calendar year`,
  };
}

function season(draft: Draft & { unit: 'season' }): Period {
  const { season, years } = draft;
  if (season === 'winter') return winter(years, draft);
  const period = months(calendarYear(years, draft), SEASON_STARTS[season], 3, 'season');
  return years?.reading === undefined ? period : { ...period, reading: years.reading };
}

function winter(years: Years | null, place: Place): Period {
  if (years === null) return unreadable('the years are missing', place);
  if (years.kind === 'calendar') {
    return unreadable('winter lies in two years: write both, as in winter 2025/26', place);
  }
  const period = months(years.first, SEASON_STARTS.winter, 3, 'season');
  return years.reading === undefined ? period : { ...period, reading: years.reading };
}

/** Financial years run from April to March, Scottish school years from August to July. */
function wholeYears(years: Years): Period {
  const { first, last, kind } = years;
  if (kind === 'school') {
    return { ...months(first, 8, 12, 'year'), reading: 'a school year runs from 1 August to 31 July' };
  }
  if (kind !== 'calendar') {
    return { ...months(first, 4, 12, 'year'), reading: 'a financial year runs from 1 April to 31 March' };
  }
  return months(first, 1, 12 * (last - first + 1), last === first ? 'year' : 'range');
}
