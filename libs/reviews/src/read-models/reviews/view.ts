import type { Day } from '@promise/kernel';
import type { ReviewKind } from '../../domain/review/events';

/** A review as it is now. Erased text reads `[removed]`. */
export interface ReviewView {
  readonly id: string;
  readonly kind: ReviewKind;
  readonly title: string;
  readonly from: Day;
  readonly until: Day;
  /** Bodies or groups. */
  readonly takingPart: readonly string[];
  readonly openedOn: Day;
  /** In the order in which they were noted. */
  readonly findings: readonly FindingView[];
  readonly closed: ClosedView | null;
  /** Version of its stream: what `ETag` says. */
  readonly version: number;
}

export interface FindingView {
  /** The id of its event. */
  readonly event: string;
  readonly text: string;
  readonly milestone: string | null;
  readonly on: Day;
}

export interface ClosedView {
  readonly on: Day;
  readonly outcome: string;
  readonly recipients: readonly string[];
  readonly toldHow: string | null;
  /** The board that decided it, and when. */
  readonly body: string;
  readonly decidedOn: Day;
}
