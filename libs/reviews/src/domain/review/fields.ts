import { type Day, type Fault, isDay, isPlainText } from '@promise/kernel';
import type { CloseData, FindingData, OpenData } from './commands';
import { REVIEW_KINDS } from './events';
import { dayInWords } from './words';

const TITLE_LENGTH = 300;
const TEXT_LENGTH = 10_000;
const LIST_LENGTH = 50;
/** Nothing that the tracker holds was so before this day. */
const FIRST_DAY: Day = '2000-01-01';

export function openFaults({ kind, title, from, until, takingPart }: OpenData): readonly Fault[] {
  const days = [...dayFaults('from', from), ...dayFaults('until', until)];
  return [
    ...(REVIEW_KINDS.includes(kind) ? [] : [fault('kind', 'one-of', `this must be one of ${REVIEW_KINDS.join(', ')}`)]),
    ...textFaults('title', title, TITLE_LENGTH),
    ...(days.length > 0 ? days : periodFaults(from, until)),
    ...listFaults('takingPart', takingPart),
  ];
}

export function findingFaults({ text }: FindingData): readonly Fault[] {
  return textFaults('text', text, TEXT_LENGTH);
}

export function closeFaults({ outcome, recipients, toldHow }: CloseData): readonly Fault[] {
  return [
    ...textFaults('outcome', outcome, TEXT_LENGTH),
    ...listFaults('recipients', recipients),
    ...(toldHow === undefined ? [] : textFaults('toldHow', toldHow, TEXT_LENGTH)),
  ];
}

/** What is wrong with a day that the tracker is told of, whenever it is. */
export function dayFaults(field: string, day: Day): readonly Fault[] {
  if (!isDay(day)) return [fault(field, 'a-real-day', 'a day of the calendar is needed here, such as 2026-03-31')];
  if (day >= FIRST_DAY) return [];
  return [fault(field, 'not-before-2000', `${dayInWords(day)} is before ${dayInWords(FIRST_DAY)}`)];
}

function periodFaults(from: Day, until: Day): readonly Fault[] {
  if (until >= from) return [];
  return [fault('until', 'ends-not-before-it-begins', `it would end before it begins, on ${dayInWords(from)}`)];
}

function listFaults(field: string, items: readonly string[]): readonly Fault[] {
  if (items.length === 0) return [fault(field, 'at-least-one', 'at least one is needed here')];
  if (items.length > LIST_LENGTH)
    return [fault(field, 'not-too-long', `at most ${LIST_LENGTH} entries are taken here`)];
  return items.flatMap((item, place) => textFaults(`${field}.${place}`, item, TITLE_LENGTH));
}

function textFaults(field: string, text: string, longest: number): readonly Fault[] {
  if (text.trim() === '') return [fault(field, 'not-blank', 'this must not be blank')];
  if (!isPlainText(text)) return [fault(field, 'a-text', 'this holds characters that are no text')];
  return text.length <= longest ? [] : [fault(field, 'not-too-long', `at most ${longest} characters are taken here`)];
}

function fault(field: string, rule: string, message: string): Fault {
  return { field, rule, message };
}
