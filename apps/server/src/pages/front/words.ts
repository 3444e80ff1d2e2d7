import { counted, messages } from '../frame/messages';

const isOrAre = (count: number): string => (count <= 1 ? 'is' : 'are');
const noneOr = (count: number): string => (count === 0 ? 'None' : String(count));
const areOrIs = (count: number): string => `${count} ${isOrAre(count)}`;
const proposals = (count: number): string => `${counted(count, 'milestone')} ${isOrAre(count)} proposed.`;

/** How the partnership is doing, as a sentence. */
export const messageWords = messages({
  done: {
    '5-year': (done: number, total: number) =>
      `${noneOr(done)} of the ${counted(total, 'thing')} we said we would do in the first 5 years ${isOrAre(done)} done.`,
    '10-year': (done: number, total: number) =>
      `Of the ${counted(total, 'thing')} that take the whole 10 years, ${noneOr(done).toLowerCase()} ${isOrAre(done)} done.`,
    interim: (done: number, total: number) =>
      `Of the ${counted(total, 'step')} on the way to them, ${noneOr(done).toLowerCase()} ${isOrAre(done)} done.`,
  },
  one: {
    '5-year': (how: string) => `The one thing we said we would do in the first 5 years ${how}.`,
    '10-year': (how: string) => `The one thing that takes the whole 10 years ${how}.`,
    interim: (how: string) => `The one step on the way ${how}.`,
  },
  how: { done: 'is done', overdue: 'is overdue', moved: 'has a new date', ahead: 'is still to come' },
  notDone: (left: number) => `${areOrIs(left)} not:`,
  overdue: (count: number) => `${areOrIs(count)} overdue`,
  moved: (count: number) => `${count} ${count === 1 ? 'has' : 'have'} a new date`,
  ahead: (count: number) => `${areOrIs(count)} still to come`,
  none: {
    '5-year': 'Nothing is put forward or agreed yet for the first 5 years.',
    '10-year': 'Nothing is put forward or agreed yet for the whole 10 years.',
    interim: '',
  },
  proposedOnly: {
    '5-year': (count: number) => `Nothing is agreed yet for the first 5 years. ${proposals(count)}`,
    '10-year': (count: number) => `Nothing is agreed yet for the whole 10 years. ${proposals(count)}`,
    interim: (count: number) => `No step on the way is agreed yet. ${proposals(count)}`,
  },
});

export const frontWords = messages({
  title: 'Are we keeping The Promise?',
  stepsOnly: (count: number) =>
    `Until then, this page shows the ${counted(count, 'step')} that its plans set out. They are not milestones and are not counted.`,
  nothing: 'Nothing else is recorded yet.',
  counting: (from: string) => `The years count from ${from}.`,
  ourReading: 'The partnership has not decided this date. It is our reading of its plans.',
  decided: (by: string, on: string) => `Decided by ${by} on ${on}.`,
  noStart: 'The partnership has not said from when the 5 and 10 years count. So nothing is counted against them yet.',
  notYet: 'On the day you ask about, nothing had been recorded here yet.',
  beganOn: (day: string) => `This record began on ${day}. Much of what was recorded since is about earlier days.`,
  asKnownNow: (day: string) => `See how things were on ${day}, by all that is known now`,
  more: 'Find out more',
  timeline: 'See the timeline on its own',
  timelineWhy: 'Only the first 5 years, or by the themes of the plans, or on another day.',
  compare: 'What changed between two days',
  compareWhy: 'What was done, what moved and why.',
  plans: 'What the plans say',
  plansWhy: 'Every priority and step, with the place in the document.',
  foundations: 'One foundation at a time',
  ownThemes: 'Our own themes',
  ownThemesWhy: 'The plan of this partnership has themes of its own. Each belongs to some of the foundations.',
  beginTitle: 'You can set up a partnership',
  begin: 'Set it up now',
  choose: 'Which partnership?',
  chooseIntro: 'Each children’s services partnership keeps its own record here.',
  noneYet: 'No partnership is recorded here yet.',
});
