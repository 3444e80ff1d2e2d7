import type { Day } from '@promise/kernel';
import type { ReviewKind } from './events';

/** A review begins; who takes part are bodies or groups, at least one. */
export interface OpenData {
  readonly kind: ReviewKind;
  readonly title: string;
  readonly from: Day;
  readonly until: Day;
  readonly takingPart: readonly string[];
}

export interface FindingData {
  readonly text: string;
  /** The id of a milestone of the same partnership. */
  readonly milestone?: string;
}

/** What came of it, the groups that are given it (at least one), and how children and young people were told. */
export interface CloseData {
  readonly outcome: string;
  readonly recipients: readonly string[];
  readonly toldHow?: string;
}

export type ReviewCommand =
  | { readonly act: 'open'; readonly review: string; readonly data: OpenData }
  | { readonly act: 'note-finding'; readonly data: FindingData }
  | { readonly act: 'close'; readonly data: CloseData };
