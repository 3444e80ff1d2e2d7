import type { PartnershipView } from '@promise/partnerships';
import { marksOf } from '../marks';
import type { Difference, FieldChange } from './difference';
import { differs } from './fields';
import { asSentence } from './words';

type Start = NonNullable<PartnershipView['promiseStart']>;

/** What changed about the start of the Promise work: it moves the marks, and no milestone. */
export function startDifference(
  partnership: string,
  before: PartnershipView | null,
  after: PartnershipView | null,
): Difference[] {
  const was = before?.promiseStart ?? null;
  const is = after?.promiseStart ?? null;
  if (!differs(was, is)) return [];
  const sentence = is ? sentenceOf(was, is) : 'The start of the Promise work that was set was taken back.';
  const changes = [{ ...fieldOf(was, is), sentence }];
  const change = is ? (was ? 'changed' : 'added') : 'gone';
  return [{ kind: 'promise-start', id: partnership, title: 'Start of the Promise work', change, changes, sentence }];
}

/** Its date, where that is another; else all that is said of it. */
function fieldOf(was: Start | null, is: Start | null): Pick<FieldChange, 'field' | 'from' | 'to'> {
  const [from, to] = [was?.timescale ?? null, is?.timescale ?? null];
  return differs(from, to) ? { field: 'timescale', from, to } : { field: 'promiseStart', from: was, to: is };
}

function sentenceOf(was: Start | null, is: Start): string {
  const said = `${is.timescale.words} (${standingOf(is)}): ${marksIn(is)}.`;
  if (!was) return `The start of the Promise work was set to ${said}`;
  return differs(was.timescale, is.timescale)
    ? `The start of the Promise work went from ${was.timescale.words} to ${said}`
    : `The ground of the start of the Promise work, ${is.timescale.words}, is now: ${standingOf(is)}. ${asSentence(is.reason)}`;
}

function standingOf(start: Start): string {
  return start.standing === 'decided' ? `decided by ${start.decidedBy ?? 'a body not named'}` : 'our reading';
}

function marksIn(start: Start): string {
  return marksOf(start.timescale)
    .map((mark) => `${mark.years}-year mark ${mark.words}`)
    .join(', ');
}
