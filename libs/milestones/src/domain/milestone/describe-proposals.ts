import type { ProposedEvent } from '@promise/kernel';
import { describeMilestoneEvent, nameOf } from './describe';
import { replacedInWords } from './describe-replaced';
import type { MilestoneEvent } from './events';
import { asSentence } from './words';

/** What somebody proposed to record, in plain English. */
export function describeProposedMilestoneEvent(proposed: ProposedEvent): string {
  const event = proposed as unknown as MilestoneEvent;
  switch (event.type) {
    case 'MilestoneWithdrawn':
      return describeMilestoneEvent(event).replace(
        'The milestone was withdrawn',
        'It was proposed to withdraw the milestone',
      );
    case 'MilestoneTimescaleRevised':
      return describeMilestoneEvent(event).replace('The date moved', 'It was proposed to move the date');
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
