import { type Actor, type Day, type Instant, type ProposedEvent, type Standing, textOf } from '@promise/kernel';
import { reasonOf, sentenceOf } from '@promise/trail';
import type { ProposalRow, SettledBy } from './row.entity';

/** A proposal that needs a second person, as people read it. Erased text reads `[removed]`. */
export interface ProposalView {
  readonly id: string;
  /** The kind of change: `withdrawal`, `10-year-date`, `promise-start`, `erasure`, `review-closing`. */
  readonly change: string;
  /** What it concerns, and the stream on which it stands. */
  readonly about: { readonly kind: string; readonly id: string };
  readonly stream: string;
  /** What is proposed, as one sentence. */
  readonly what: string;
  readonly why: string | null;
  /** The events that it leads to once it is approved. */
  readonly events: readonly ProposedEvent[];
  readonly proposedBy: Actor;
  readonly proposedAt: Instant;
  readonly standing: Standing;
  readonly settled: SettledView | null;
}

/** How a proposal was settled; `body` and `decidedOn` where it was approved. */
export interface SettledView {
  readonly by: Actor;
  readonly at: Instant;
  readonly reason: string;
  readonly body: string | null;
  readonly decidedOn: Day | null;
}

export function viewOf({ id, change, stream, standing, proposed, settled }: ProposalRow): ProposalView {
  const [, kind = '', ...rest] = stream.split('/');
  return {
    ...{ id, change, stream, standing, about: { kind, id: rest.join('/') } },
    what: sentenceOf(proposed),
    why: reasonOf(proposed),
    events: proposed.payload.events,
    proposedBy: proposed.envelope.actor,
    proposedAt: proposed.envelope.recordedAt,
    settled: settled && settledView(settled),
  };
}

function settledView({ envelope, payload }: SettledBy): SettledView {
  const decision = 'body' in payload ? payload : null;
  return {
    by: envelope.actor,
    at: envelope.recordedAt,
    reason: textOf(payload.reason),
    body: decision && textOf(decision.body),
    decidedOn: decision?.decidedOn ?? null,
  };
}
