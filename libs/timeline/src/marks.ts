import { addYears, type Day, describeTimescale, lastDayOfMonth, type Timescale } from '@promise/kernel';

/** The 5- or 10-year mark: so many years after the start of the Promise work. */
export interface Mark {
  readonly years: 5 | 10;
  /** The last day that still counts. */
  readonly date: Day;
  /** In words: `by the end of March 2026`. */
  readonly words: string;
}

/** The marks that a start gives. A start known to the month gives marks at the end of that month. */
export function marksOf(start: Timescale): Mark[] {
  return ([5, 10] as const).map((years) => {
    const first = shift(start.start ?? start.end, years, false);
    const date = shift(start.end ?? start.start, years, start.precision !== 'day');
    const words = describeTimescale({
      words: '',
      start: first,
      end: date,
      precision: start.precision,
      shape: start.shape === 'from' ? 'within' : start.shape,
    });
    return { years, date, words };
  });
}

function shift(day: Day | null, years: number, toMonthEnd: boolean): Day {
  if (day === null) throw new TypeError('a start of the Promise work has a day');
  const shifted = addYears(day, years);
  const [year = 0, month = 0] = day.split('-').map(Number);
  const wasMonthEnd = day === lastDayOfMonth(year, month);
  return toMonthEnd && wasMonthEnd ? lastDayOfMonth(year + years, month) : shifted;
}
