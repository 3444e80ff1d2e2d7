import { type Day, type Personal, type Timescale, textOf } from '@promise/kernel';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `3 March 2026` */
export function dayInWords(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${String(Number(date))} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** `the first, the second and the third` */
export function listInWords(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** A text of somebody's own that ends as a sentence does. */
export function asSentence(text: Personal | string): string {
  const plain = (typeof text === 'string' ? text : textOf(text)).trim();
  return /[.!?…]["”’')]?$/.test(plain) ? plain : `${plain}.`;
}

export function quoted(text: Personal): string {
  return `“${textOf(text)}”`;
}

export function sameText(a: Personal, b: Personal): boolean {
  return 'personal' in a && 'personal' in b && a.personal.trim() === b.personal.trim();
}

/** Whether two timescales say the same words and mean the same interval. */
export function sameTimescale(a: Timescale, b: Timescale): boolean {
  const words = (timescale: Timescale): string => timescale.words.trim().replaceAll(/\s+/g, ' ').toLowerCase();
  return words(a) === words(b) && a.start === b.start && a.end === b.end && a.shape === b.shape;
}
