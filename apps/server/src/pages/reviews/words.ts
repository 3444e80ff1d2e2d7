import type { ReviewKind } from '@promise/reviews';
import { messages } from '../frame/messages';

const KINDS: Readonly<Record<ReviewKind, string>> = {
  'six-monthly': 'Six-monthly review',
  annual: 'Annual review',
  'three-year': '3-year review',
  'five-year': '5-year review',
  'ten-year': '10-year review',
};

export const reviewsWords = messages({
  title: 'Reviews',
  intro: 'In a review people look back on a time together. What they found stands here, and what came of it.',
  none: 'No review has been opened yet.',
  noneNext: 'Open one when a group begins to look back.',
  openOne: 'Open a review',
  open: 'Still open',
  openNone: 'No review is open.',
  closed: 'Closed',
  closedNone: 'No review is closed yet.',
  back: 'All reviews',
  kinds: KINDS,
  period: (from: string, until: string) => `${from} to ${until}`,
  closedOn: (day: string) => `Closed on ${day}`,
  openedOn: (day: string) => `Opened on ${day}`,
  facts: {
    kind: 'What it is',
    period: 'The time it looks at',
    takingPart: 'Who takes part',
    state: 'How it stands',
  },
  findings: 'What was found',
  findingsNone: 'Nothing is noted yet.',
  notedOn: (day: string) => `Noted on ${day}`,
  aboutMilestone: 'About the milestone:',
  came: 'What came of it',
  recipients: 'Given to',
  toldHow: 'How children and young people were told',
  notTold: 'Nothing was recorded about this.',
  decision: 'Who decided to close it',
  decided: (body: string, day: string) => `${body}, on ${day}`,
  offered: 'What you can record',
  noteFinding: 'Note what was found',
  close: 'Close this review',
});
