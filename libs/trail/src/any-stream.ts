import { type AnyStreamEvent, type ProposedEvent, type TextErased, textOf } from '@promise/kernel';

/** What was proposed, settled or erased, in plain English; `proposed` says what one event of a proposal would do. */
export function describeAnyStreamEvent(event: AnyStreamEvent, proposed: (event: ProposedEvent) => string): string {
  switch (event.type) {
    case 'ChangeProposed':
      return event.payload.events.map(proposed).join(' ');
    case 'ChangeApproved': {
      const { body, decidedOn, reason } = event.payload;
      return `What was proposed was approved, as ${textOf(body)} decided on ${decidedOn}. Reason: ${textOf(reason)}`;
    }
    case 'ChangeRefused':
      return `What was proposed was refused. Reason: ${textOf(event.payload.reason)}`;
    case 'ChangeTakenBack':
      return `What was proposed was taken back by whoever proposed it. Reason: ${textOf(event.payload.reason)}`;
    case 'TextErased': {
      const { events, reason } = event.payload;
      return `The text of ${recordsIn(events)} was erased for good. Reason: ${textOf(reason)}`;
    }
  }
}

/** What somebody proposed to erase. */
export function describeProposedErasure({ events, reason }: TextErased['payload']): string {
  return `It was proposed to erase the text of ${recordsIn(events)} for good. Reason: ${textOf(reason)}`;
}

function recordsIn(events: readonly string[]): string {
  return events.length === 1 ? 'a record' : `${events.length} records`;
}
