import { type ProposedEvent, type RecordedEvent, textOf } from '@promise/kernel';
import type { ReviewClosed, ReviewEvent, ReviewKind } from './events';
import { asSentence, dayInWords, listInWords } from './words';

const KINDS: Readonly<Record<ReviewKind, string>> = {
  'six-monthly': 'six-monthly review',
  annual: 'annual review',
  'three-year': '3-year review',
  'five-year': '5-year review',
  'ten-year': '10-year review',
};

/** One sentence for the trail. Takes the events of `REVIEW_EVENT_TYPES` only. */
export function describeReviewEvent(recorded: RecordedEvent): string {
  const { type, payload } = recorded as unknown as ReviewEvent;
  switch (type) {
    case 'ReviewOpened': {
      const { kind, title, from, until, takingPart } = payload;
      const period = `from ${dayInWords(from)} to ${dayInWords(until)}`;
      return `The ${KINDS[kind]} “${textOf(title)}” was opened, of the time ${period}. Taking part: ${listInWords(takingPart)}.`;
    }
    case 'FindingNoted':
      return `${payload.milestone === null ? 'A finding' : 'A finding about a milestone'} was noted: ${asSentence(payload.text)}`;
    case 'ReviewClosed':
      return `The review was closed. ${closing(payload)}`;
  }
}

/** What somebody proposed to record about a review. */
export function describeProposedReviewEvent(proposed: ProposedEvent): string {
  const event = proposed as unknown as ReviewEvent;
  if (event.type !== 'ReviewClosed') return `It was proposed to record ${event.type}.`;
  return `It was proposed to close the review. ${closing(event.payload)}`;
}

function closing({ outcome, recipients, toldHow }: ReviewClosed['payload']): string {
  const told = toldHow === null ? '' : ` How children and young people were told: ${asSentence(toldHow)}`;
  return `What came of it: ${asSentence(outcome)} Given to: ${listInWords(recipients)}.${told}`;
}
