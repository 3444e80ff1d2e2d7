import { sentenceFor } from './describe';
import { importPack } from './import-pack';
import type { PartnershipPack } from './pack';
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
  const reason =
    'The partnership has decided when the Promise work started, so the proposal of the file does not count.';
  return { changes, kept: state?.startDecided && pack.promiseStart ? [{ field: 'promiseStart', reason }] : [] };
}
