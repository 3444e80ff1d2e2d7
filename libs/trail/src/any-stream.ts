import { type AnyStreamEvent, type ProposedEvent, textOf } from '@promise/kernel';

/** What was proposed, settled or erased, in plain English; `proposed` says what one event of a proposal would do. */
export function describeAnyStreamEvent(event: AnyStreamEvent, proposed: (event: ProposedEvent) => string): string {
  switch (event.type) {
    case 'ChangeProposed':
      return `${event.payload.events.map(proposed).join(' ')} It waits for a second person.`;
    case 'ChangeApproved': {
      const { body, decidedOn, reason } = event.payload;
      return `What was proposed was approved, as ${textOf(body)} decided on ${decidedOn}. Reason: ${textOf(reason)}`;
    }
    case 'ChangeRefused':
      return `What was proposed was refused. Reason: ${textOf(event.payload.reason)}`;
    case 'ChangeTakenBack':
      return `What was proposed was taken back by whoever proposed it. Reason: ${textOf(event.payload.reason)}`;
    case 'TextErased': {
      const count = event.payload.events.length;
      return `The text of ${count === 1 ? 'a record' : `${count} records`} was erased for good. Reason: ${textOf(event.payload.reason)}`;
    }
  }
}
