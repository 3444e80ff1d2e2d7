import { addDays, type Day, endOfLondonDay, type Instant } from '@promise/kernel';
import type { Chance } from './chance';

export const BOARD = "Children's Services Partnership Board";
export const GROUP = 'Promise Improvement Group';
export const CHAMPIONS = 'Champions Board';

interface Rhythm {
  /** Months in which the body meets, from 1. */
  readonly months: readonly number[];
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Which of these weekdays of the month, from 1. */
  readonly nth: number;
}

const RHYTHMS: Readonly<Record<string, Rhythm>> = {
  [BOARD]: { months: [2, 5, 8, 11], weekday: 4, nth: 4 },
  [GROUP]: { months: [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12], weekday: 2, nth: 2 },
  [CHAMPIONS]: { months: [3, 6, 9, 12], weekday: 3, nth: 3 },
};

/** The first meeting of a body on that day or after it. */
export function meetingFrom(body: string, day: Day): Day {
  const rhythm = RHYTHMS[body];
  if (!rhythm) throw new RangeError(`${body} has no meetings`);
  for (let each = day; ; each = addDays(each, 1)) if (isMeeting(rhythm, each)) return each;
}

function isMeeting({ months, weekday, nth }: Rhythm, day: Day): boolean {
  const [, month, date] = day.split('-').map(Number);
  return (
    weekdayOf(day) === weekday && Math.ceil((date ?? 0) / 7) === nth && month !== undefined && months.includes(month)
  );
}

/** The day itself, or the next one on which people are at work: not at a weekend, nor between Christmas and New Year. */
export function workingDay(day: Day): Day {
  const rests = [0, 6].includes(weekdayOf(day)) || day.slice(5) >= '12-25' || day.slice(5) <= '01-02';
  return rests ? workingDay(addDays(day, 1)) : day;
}

function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay();
}

/** Some moment of office hours, 9 in the morning to half past 4, in London. */
export function officeHour(day: Day, chance: Chance): Instant {
  const midnight = Date.parse(endOfLondonDay(addDays(day, -1))) + 1;
  const minutes = 9 * 60 + chance.between(0, 450);
  return new Date(midnight + minutes * 60_000 + chance.between(0, 59_999)).toISOString();
}
