import { type Day, type Instant, isDay } from '@promise/kernel';

const ZONE = 'Europe/London';
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const DAY_OF_MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: ZONE });
const TIME = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hourCycle: 'h12', timeZone: ZONE });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/** `22 November 2026` */
export function dayInWords(day: Day): string {
  return DAY.format(new Date(`${day}T00:00:00.000Z`));
}

/** The date of a document, as exact as the document gives it: `1 March 2021`, `March 2021` or `2021`. */
export function dateOfDocument(date: string): string {
  if (isDay(date)) return dayInWords(date);
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(date) ?? [];
  return year && month ? `${monthName(Number(month))} ${year}` : date;
}

/** `22 November 2026 at 9:05am`, as clocks in London show it. */
export function momentInWords(instant: Instant): string {
  return `${dayOfMoment(instant)} at ${timeInWords(instant)}`;
}

/** `22 November 2026`: the day it was in London. */
export function dayOfMoment(instant: Instant): string {
  return DAY_OF_MOMENT.format(new Date(instant));
}

/** `March`; `month` from 1. */
export function monthName(month: number): string {
  return MONTH.format(new Date(Date.UTC(2000, month - 1, 1)));
}

/** `9:05am`, as clocks in London show it. */
export function timeInWords(instant: Instant): string {
  return TIME.format(new Date(instant)).replace(/\s/g, '');
}
