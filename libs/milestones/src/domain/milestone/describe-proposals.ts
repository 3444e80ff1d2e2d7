import type { ProposedEvent } from '@promise/kernel';
import { nameOf } from './describe';
import { replacedInWords } from './describe-replaced';
import type { MilestoneEvent } from './events';
import { asSentence } from './words';

/** What somebody proposed to record, in plain English. */
export function describeProposedMilestoneEvent(proposed: ProposedEvent): string {
  const event = proposed as unknown as MilestoneEvent;
  switch (event.type) {
    case 'MilestoneWithdrawn':
      return (
        `It was proposed to withdraw the milestone. Reason: ${asSentence(event.payload.reason)} ` +
        `Decided by ${asSentence(event.payload.decidedBy)}`
      );
    case 'MilestoneTimescaleRevised': {
      const { from, timescale, reason } = event.payload;
      return `It was proposed to move the date from “${from.words}” to “${timescale.words}”. Reason: ${asSentence(reason)}`;
    }
    case 'EventVoided':
      return `It was proposed to take back ${nameOf(event.payload.eventType)}. Reason: ${asSentence(event.payload.reason)}`;
    case 'FieldsReplaced': {
      const { eventType, replace, reason } = event.payload;
      return `It was proposed that, in ${nameOf(eventType)}, ${replacedInWords(replace)}. Reason: ${asSentence(reason)}`;
    }
    default:
      return `It was proposed to record ${nameOf(event.type)}.`;
  }
}
