import { type SecondPersonRules, withSecondPerson } from '@promise/kernel';
import type { ReviewCommand } from './commands';
import { reviewDecider } from './decide';
import type { ReviewEvent } from './events';
import { assertMayHappen } from './rules';
import type { ReviewState } from './state';

/** That a review is closed needs a second person; opening it and noting what was found do not. */
const rules: SecondPersonRules<ReviewState | null, ReviewEvent> = {
  changeIn: (_, events) => (events.some(({ type }) => type === 'ReviewClosed') ? 'review-closing' : null),
  assertAllowed(state, events, context) {
    for (const event of events) assertMayHappen(state, event, context);
  },
};

/** The rules of a review, with what needs a second person. */
export const reviewWithSecondPerson = withSecondPerson<ReviewState | null, ReviewCommand, ReviewEvent>(
  reviewDecider,
  rules,
);
