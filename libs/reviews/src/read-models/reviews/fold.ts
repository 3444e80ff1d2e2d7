import { type AnyStreamEvent, type RecordedEvent, textOf } from '@promise/kernel';
import type { FindingNoted, ReviewClosed, ReviewEvent, ReviewOpened } from '../../domain/review/events';
import type { LastApproval } from './row.entity';
import type { ClosedView, FindingView, ReviewView } from './view';

/** What is kept of a review. */
export interface Kept {
  readonly state: ReviewView;
  readonly approval: LastApproval | null;
}

export function beginningWith({ payload, envelope, version }: RecordedEvent<ReviewOpened>): Kept {
  const { review, kind, title, from, until, takingPart } = payload;
  const said = { id: review, kind, title: textOf(title), from, until, takingPart: takingPart.map(textOf) };
  const state = { ...said, openedOn: envelope.effectiveOn, findings: [], closed: null, version };
  return { state, approval: null };
}

/** The review after an event of its stream. */
export function evolve({ state, approval }: Kept, event: RecordedEvent<ReviewEvent | AnyStreamEvent>): Kept {
  const next = { ...state, version: event.version };
  const { envelope } = event;
  switch (event.type) {
    case 'FindingNoted':
      return { state: { ...next, findings: [...state.findings, findingIn(event as never)] }, approval };
    case 'ReviewClosed':
      return { state: { ...next, closed: closingIn(event as never, approval) }, approval };
    case 'ChangeApproved': {
      const { body, decidedOn } = (event as RecordedEvent<Extract<AnyStreamEvent, { type: 'ChangeApproved' }>>).payload;
      return { state: next, approval: { event: envelope.id, body: textOf(body), decidedOn } };
    }
    default:
      return { state: next, approval };
  }
}

function findingIn({ envelope, payload }: RecordedEvent<FindingNoted>): FindingView {
  return { event: envelope.id, text: textOf(payload.text), milestone: payload.milestone, on: envelope.effectiveOn };
}

/** @throws TypeError it was closed by no decision, which the rules of a review do not allow */
function closingIn({ envelope, payload }: RecordedEvent<ReviewClosed>, approval: LastApproval | null): ClosedView {
  if (approval?.event !== envelope.decision || !approval) {
    throw new TypeError(`the review of ${envelope.stream} was closed by no decision`);
  }
  const { outcome, recipients, toldHow } = payload;
  return {
    on: envelope.effectiveOn,
    outcome: textOf(outcome),
    recipients: recipients.map(textOf),
    toldHow: toldHow && textOf(toldHow),
    ...{ body: approval.body, decidedOn: approval.decidedOn },
  };
}
