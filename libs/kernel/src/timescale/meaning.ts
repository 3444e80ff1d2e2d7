import type { Day } from '../days';
import type { Timescale } from './timescale';

/** What the words mean, before the words themselves are put beside it. */
export type Meaning = Omit<Timescale, 'words'> & {
  /** What had to be settled to read them, in sentences without a full stop. */
  readonly readings: readonly string[];
  /** Whether both ends were written, so that a dash after them can only be a stray one. */
  readonly twoDates: boolean;
};

const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2099-12-31';

/** Whether a day that was worked out (the day before, the day after) lies in the years the tracker takes. */
export function inRange(day: Day): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY;
}

export function readingsOf(...readings: readonly (string | undefined)[]): string[] {
  return [...new Set(readings.filter((reading) => reading !== undefined))];
}
