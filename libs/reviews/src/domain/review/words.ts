import { type Day, type Personal, textOf } from '@promise/kernel';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `3 March 2026` */
export function dayInWords(day: Day): string {
  return DAY.format(new Date(`${day}T00:00:00.000Z`));
}

/** `the first, the second and the third` */
export function listInWords(items: readonly Personal[]): string {
  const texts = items.map(textOf);
  if (texts.length < 2) return texts.join('');
  return `${texts.slice(0, -1).join(', ')} and ${texts.at(-1) ?? ''}`;
}

/** A text of somebody's own that ends as a sentence does. */
export function asSentence(text: Personal): string {
  const plain = textOf(text).trim();
  return /[.!?…]["”’')]?$/.test(plain) ? plain : `${plain}.`;
}
