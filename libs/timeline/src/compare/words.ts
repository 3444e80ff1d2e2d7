import type { Day } from '@promise/kernel';
import type { Status } from '../status';

const WORDS: Readonly<Record<Status, string>> = {
  proposed: 'proposed',
  'on-plan': 'on plan',
  'due-soon': 'due soon',
  overdue: 'overdue',
  achieved: 'done',
  withdrawn: 'stopped',
  'no-end': 'without an end date',
  'part-done': 'partly done',
  'not-done': 'not done',
  'result-not-recorded': 'past its time with no result recorded',
};

const WITH_NEW_DATE: Partial<Record<Status, string>> = {
  'on-plan': 'to be done by a new date',
  'due-soon': 'due soon, by its new date',
};

/** A thing whose date moved is not called on plan: the pages keep these words for dates that stand. */
export function statusInWords(status: Status, moved: boolean): string {
  return (moved ? WITH_NEW_DATE[status] : undefined) ?? WORDS[status];
}

/** `a`, `a and b`, `a, b and c`; `nobody` for none. */
export function listed(names: readonly string[]): string {
  if (names.length === 0) return 'nobody';
  if (names.length === 1) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

export function quoted(text: string): string {
  return `“${text}”`;
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `1 January 2022`. */
export function dayInWords(day: Day): string {
  return DAY.format(new Date(`${day}T00:00:00.000Z`));
}

/** ` on 1 January 2022`, or nothing where no day is known. */
export function onDay(day: Day | null): string {
  return day === null ? '' : ` on ${dayInWords(day)}`;
}

/** The text as a sentence: with a full stop where it ends without any. */
export function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
