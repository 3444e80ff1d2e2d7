import { canonicalJson } from '@promise/kernel';
import type { PartnershipView } from '@promise/partnerships';
import { marksOf } from '../marks';
import type { Difference } from './difference';

type Start = NonNullable<PartnershipView['promiseStart']>;

/** What changed about the start of the Promise work: it moves the marks, and no milestone. */
export function startDifference(
  partnership: string,
  before: PartnershipView | null,
  after: PartnershipView | null,
): Difference[] {
  const was = before?.promiseStart ?? null;
  const is = after?.promiseStart ?? null;
  if (!is || (was && canonicalJson(was.timescale) === canonicalJson(is.timescale))) return [];
  const from = was ? `went from ${was.timescale.words} to` : 'was set to';
  const sentence = `The start of the Promise work ${from} ${is.timescale.words} (${standingOf(is)}): ${marksIn(is)}.`;
  const changes = [{ field: 'timescale', from: was?.timescale ?? null, to: is.timescale, sentence }];
  const change = was ? 'changed' : 'added';
  return [{ kind: 'promise-start', id: partnership, title: 'Start of the Promise work', change, changes, sentence }];
}

function standingOf(start: Start): string {
  return start.standing === 'decided' ? `decided by ${start.decidedBy ?? 'a body not named'}` : 'our reading';
}

function marksIn(start: Start): string {
  return marksOf(start.timescale)
    .map((mark) => `${mark.years}-year mark ${mark.words}`)
    .join(', ');
}
