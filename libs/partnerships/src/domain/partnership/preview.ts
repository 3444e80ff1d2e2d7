import { personal } from '@promise/kernel';
import { sentenceFor } from './describe';
import { importPack } from './import-pack';
import type { PartnershipPack } from './pack';
import { sameReading } from './same-reading';
import type { PartnershipState } from './state';

/** The difference between a partnership's file and what was last imported. */
export interface PartnershipDifference {
  /** One sentence for each thing that changes. */
  readonly changes: readonly { readonly type: string; readonly sentence: string }[];
  /** What the file says that is recorded but does not count, and why. */
  readonly kept: readonly { readonly field: string; readonly reason: string }[];
}

/**
 * What importing the file would change, without writing anything.
 * @throws Refusal when the file could not be imported
 */
export function previewPack(state: PartnershipState | null, pack: PartnershipPack): PartnershipDifference {
  const changes = importPack(state, pack).map((event) => ({ type: event.type, sentence: sentenceFor(event) }));
  return { changes, kept: state ? keptBy(state, pack) : [] };
}

/** What the partnership decided itself, where the file says otherwise. */
function keptBy(state: PartnershipState, pack: PartnershipPack): PartnershipDifference['kept'] {
  const name = state.nameDecided && !sameReading(state.name, personal(pack.name.trim()));
  const publishes = state.publicationDecided && !sameReading(state.publishes, [...new Set(pack.publishes)].sort());
  return [
    ...(name ? [{ field: 'name', reason: KEPT.name }] : []),
    ...(publishes ? [{ field: 'publishes', reason: KEPT.publishes }] : []),
    ...(state.decidedStarts.length > 0 && pack.promiseStart
      ? [{ field: 'promiseStart', reason: KEPT.promiseStart }]
      : []),
  ];
}

const KEPT = {
  name: 'The partnership has said here what it is called, so the name in the file does not count.',
  publishes: 'The partnership has said here what anybody may read, so what the file says of it does not count.',
  promiseStart:
    'The partnership has decided when the Promise work started, so the proposal of the file does not count.',
} as const;
