import { lastDayOfMonth, type Day } from '../days';
import type { Precision } from './timescale';
import type { Season } from './vocabulary';

/** A stretch of whole days that the words name, and what had to be settled to read it. */
export interface Period {
  readonly start: Day;
  readonly end: Day;
  readonly precision: Precision;
  readonly reading?: string;
}

/** Seasons are whole months, as the Met Office counts them; winter begins in the December before. */
export const SEASON_STARTS: Readonly<Record<Season, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 };

export function dayOf(year: number, month: number, day: number): Day {
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whole months from the first of one; `month` may run past 12 into the next year. */
export function months(year: number, month: number, count: number, precision: Precision): Period {
  const last = month + count - 1;
  return {
    start: dayOf(year + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1, 1),
    end: lastDayOfMonth(year + Math.floor((last - 1) / 12), ((last - 1) % 12) + 1),
    precision,
  };
}

/** `2024/25`. */
export function pairName(first: number): string {
  return `${String(first)}/${String((first + 1) % 100).padStart(2, '0')}`;
}
