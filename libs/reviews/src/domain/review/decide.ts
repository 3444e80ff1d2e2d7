import { type Decider, type Fault, personal, Refusal } from '@promise/kernel';
import type { OpenData, ReviewCommand } from './commands';
import type { ReviewEvent } from './events';
import { closeFaults, findingFaults, openFaults } from './fields';
import { assertMayHappen } from './rules';
import { foldReview, type ReviewState } from './state';

/** A command other than `open` for a review that was never opened. */
export class NoSuchReview extends Error {
  constructor() {
    super('no such review was opened');
    this.name = 'NoSuchReview';
  }
}

/** The rules of a review. */
export const reviewDecider: Decider<ReviewState | null, ReviewCommand, ReviewEvent> = {
  fold: foldReview,
  decide(state, command, context) {
    if (command.act !== 'open' && state === null) throw new NoSuchReview();
    const event = eventOf(command);
    assertMayHappen(state, event, context);
    return [event];
  },
};

function eventOf(command: ReviewCommand): ReviewEvent {
  switch (command.act) {
    case 'open':
      return opened(command.review, command.data);
    case 'note-finding': {
      const { text, milestone = null } = command.data;
      refuseFor(findingFaults(command.data));
      return { type: 'FindingNoted', schemaVersion: 1, payload: { text: typed(text), milestone } };
    }
    case 'close': {
      const { outcome, recipients, toldHow } = command.data;
      refuseFor(closeFaults(command.data));
      const told = toldHow === undefined ? null : typed(toldHow);
      const payload = { outcome: typed(outcome), recipients: recipients.map(typed), toldHow: told };
      return { type: 'ReviewClosed', schemaVersion: 1, payload };
    }
  }
}

function opened(review: string, data: OpenData): ReviewEvent {
  refuseFor(openFaults(data));
  const { kind, title, from, until, takingPart } = data;
  const payload = { review, kind, title: typed(title), from, until, takingPart: takingPart.map(typed) };
  return { type: 'ReviewOpened', schemaVersion: 1, payload };
}

const typed = (text: string): ReturnType<typeof personal> => personal(text.trim());

function refuseFor(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new Refusal(...faults);
}
