import { type Day, isAnyStreamType, type RecordedEvent } from '@promise/kernel';
import type { ReviewEvent } from './events';

export interface ReviewState {
  /** The day on which it was opened. */
  readonly openedOn: Day;
  /** The latest day on which anything of it was so. */
  readonly latest: Day;
  readonly closedOn: Day | null;
}

/** Null for a review that was never opened. */
export function foldReview(history: readonly RecordedEvent<ReviewEvent>[]): ReviewState | null {
  return history.filter(({ type }) => !isAnyStreamType(type)).reduce(apply, null);
}

function apply(state: ReviewState | null, { type, envelope }: RecordedEvent<ReviewEvent>): ReviewState {
  const day = envelope.effectiveOn;
  if (state === null) return { openedOn: day, latest: day, closedOn: null };
  const latest = day > state.latest ? day : state.latest;
  return { ...state, latest, closedOn: type === 'ReviewClosed' ? day : state.closedOn };
}
