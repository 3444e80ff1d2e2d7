/** A calendar day, `YYYY-MM-DD`, in Europe/London. */
export type Day = string;

/** A moment, ISO 8601 in UTC with milliseconds: `2026-03-31T22:59:59.999Z`. */
export type Instant = string;

const LONDON_PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Whether the text is a real day of the calendar in the form `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The day it is in London at this moment. */
export function londonDay(instant: Instant | Date): Day {
  const parts = LONDON_PARTS.formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / 86_400_000);
}

/** The last day of a month; `month` from 1. */
export function lastDayOfMonth(year: number, month: number): Day {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The same day some years on; 29 February becomes 28 February where there is none. */
export function addYears(day: Day, years: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = lastDayOfMonth(year + years, month);
  const wanted = `${String(year + years)}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return wanted > last ? last : wanted;
}

/** The last moment of a day in London, to the millisecond: a day ends at midnight in Europe/London. */
export function endOfLondonDay(day: Day): Instant {
  const nextMidnightUtc = Date.parse(`${addDays(day, 1)}T00:00:00.000Z`);
  // London is at UTC or one hour ahead; the earlier moment is the midnight when it already falls on the next day there.
  const ahead = nextMidnightUtc - 3_600_000;
  const midnight = londonDay(new Date(ahead)) > day ? ahead : nextMidnightUtc;
  return new Date(midnight - 1).toISOString();
}
