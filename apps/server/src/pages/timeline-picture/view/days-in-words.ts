import { type Day, lastDayOfMonth } from '@promise/kernel';
import type { When } from '@promise/timeline';
import { dayInWords, monthName } from '../../frame/dates';

/** `March 2026`, `2029`, `9 March 2026`, `October 2019 to September 2020`, `April 2020 onwards`; else as written. */
export function whenInWords({ words, start, end }: When): string {
  if (end === null) return start === null ? words : `${startOf(start)} onwards`;
  if (start === null || start === end) return start === end ? dayInWords(end) : endOf(end);
  if (isYear(start, end)) return end.slice(0, 4);
  if (start.slice(0, 7) === end.slice(0, 7) && isMonthStart(start) && isMonthEnd(end)) return monthOf(end);
  return `${startOf(start)} to ${endOf(end)}`;
}

/** The same after "due": `in March 2026`, `by the end of March 2026`, `on 9 March 2026`. */
export function dueInWords(when: When): string {
  const { start, end } = when;
  const words = whenInWords(when);
  if (end === null) return start === null ? words : `from ${startOf(start)}`;
  if (start === null) return isMonthEnd(end) ? `by the end of ${words}` : `by ${words}`;
  if (start === end) return `on ${words}`;
  return words.includes(' to ') ? `from ${words}` : `in ${words}`;
}

/** `March 2026` for the last day of that month, else the day itself. */
export function endOf(end: Day): string {
  return isMonthEnd(end) ? monthOf(end) : dayInWords(end);
}

function startOf(start: Day): string {
  return isMonthStart(start) ? monthOf(start) : dayInWords(start);
}

function monthOf(day: Day): string {
  return `${monthName(Number(day.slice(5, 7)))} ${day.slice(0, 4)}`;
}

function isYear(start: Day, end: Day): boolean {
  return start.slice(0, 4) === end.slice(0, 4) && start.endsWith('-01-01') && end.endsWith('-12-31');
}

function isMonthStart(day: Day): boolean {
  return day.endsWith('-01');
}

function isMonthEnd(day: Day): boolean {
  return day === lastDayOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
}
