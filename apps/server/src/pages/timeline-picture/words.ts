import { counted, messages } from '../frame/messages';
import type { Kind } from './view/view';

/** What stands on and around the picture. */
export const pictureWords = messages({
  heading: (years: string) => `Timeline picture, ${years}`,
  choose: 'Choose a milestone to read its story. The table below says the same in words.',
  chooseStep: 'Choose a step to read what the plan says. The table below says the same in words.',
  endOfMonth: 'A month as a date means by the end of that month.',
  skip: 'Skip the picture',
  jumps: 'Parts of the table',
  firstPlanned: 'Where it was first planned',
  howFar: 'How far it moved (each tick is one change)',
  span: 'A time, not one day',
  noEndBar: 'Goes on, with no end date',
  light: 'Smaller and grey: a step of a plan. Steps are not counted.',
  list: (lane: string) => `${lane}: what we said we would do`,
  noDay: (count: number) => `${counted(count, 'more')} without a date: see the table.`,
  nothing: 'Nothing is recorded here yet.',
  tableHeading: (milestones: number, steps: number) =>
    `All ${[milestones > 0 ? counted(milestones, 'milestone') : '', steps > 0 ? counted(steps, 'step of plans', 'steps of plans') : ''].filter((part) => part !== '').join(' and ')}`,
  emptyTable: 'Nothing is recorded yet. A milestone shows here as soon as it is.',
  before: 'Before this work began',
  beforeCount: (count: number) => `Before this work began: ${counted(count, 'step')}`,
  beforeLine: (count: number) =>
    `${counted(count, 'step')} of earlier plans ended before The Promise work began. ${count === 1 ? 'It is' : 'They are'} not counted.`,
  what: 'What we said we would do',
  first: 'First planned',
  now: 'Date now',
  status: 'Status',
  happened: 'What happened',
  none: 'None',
  noDate: 'No date',
  today: 'Today',
});

/** The state of a milestone or a step. */
export const statusWords = messages<Readonly<Record<Kind, string>>>({
  done: 'Done',
  'part-done': 'Part done',
  'on-plan': 'On plan',
  'due-soon': 'Due soon',
  moved: 'Date moved',
  overdue: 'Overdue',
  'no-end': 'No end date',
  proposed: 'Proposed',
  stopped: 'Stopped',
  'not-done': 'Not done',
  'no-result': 'Result not recorded',
});

/** The counted chips: `18 done`. */
export const chipWords = messages<Readonly<Record<Kind, string>>>({
  done: 'done',
  'part-done': 'part done',
  'on-plan': 'on plan',
  'due-soon': 'due soon',
  moved: 'date moved',
  overdue: 'overdue',
  'no-end': 'with no end date',
  proposed: 'proposed',
  stopped: 'stopped',
  'not-done': 'not done',
  'no-result': 'result not recorded',
});

const LANE_LINES: Readonly<Record<string, string>> = {
  voice: 'Children are listened to',
  family: 'Families stay together and get help',
  care: 'Care feels like home',
  people: 'Workers are supported to care',
  scaffolding: 'The system helps and answers for itself',
  rights: 'Under all of this',
  unmapped: 'Not set beside a foundation yet',
};

/** What each lane is about. */
export const laneWords = messages({
  lines: LANE_LINES,
  done: (done: number, total: number) => `${done} of ${total} done`,
  noMilestones: 'No milestone yet',
  noneAgreed: 'None agreed yet',
  allStopped: 'All stopped',
});

/** What happened to one thing: the notes behind labels, and whole sentences. */
export const storyWords = messages({
  milestone: {
    '5-year': '5-year milestone',
    '10-year': '10-year milestone',
    interim: 'Step towards a milestone',
  },
  step: (plan: string, priority: string | null) =>
    priority === null ? `Step of a plan: ${plan}` : `Step of a plan, to: “${priority}” (${plan})`,
  late: (time: string) => `${time} late`,
  early: (time: string) => `${time} early`,
  overdue: (time: string) => `${time} overdue`,
  movedLater: (time: string) => `moved ${time} later`,
  movedEarlier: (time: string) => `moved ${time} earlier`,
  movedElse: 'date moved',
  doneOn: (day: string) => `Done on ${day}.`,
  onTime: (first: string) => `First planned for ${first}, so on time.`,
  soLate: (first: string, time: string) => `First planned for ${first}, so ${time} late.`,
  soEarly: (first: string, time: string) => `First planned for ${first}, so ${time} early.`,
  firstNoEnd: (first: string) => `First planned for ${first}.`,
  due: (when: string) => `Due ${when}.`,
  dueSoon: (when: string) => `Due soon: ${when}.`,
  wasDue: (when: string, ago: string) => `Overdue. It was due ${when}, ${ago} ago.`,
  notMoved: 'The date has not moved.',
  nowDue: (when: string) => `Now due ${when}.`,
  movedFrom: (first: string, how: string) => `First planned for ${first}, so ${how}.`,
  later: (time: string) => `${time} later`,
  earlier: (time: string) => `${time} earlier`,
  movedTimes: (times: number) => `The date moved ${times === 1 ? 'once' : `${times} times`}.`,
  movedSince: (times: number, first: string) =>
    `The date moved ${times === 1 ? 'once' : `${times} times`}: first it was ${first}.`,
  stoppedOn: (day: string) => `Stopped on ${day}.`,
  stopped: 'Stopped: something else took its place.',
  wasPlanned: (when: string) => `It was planned for ${when}.`,
  proposed: (when: string) => `Proposed for ${when}. Nobody has agreed it yet.`,
  proposedPast: 'That time has passed, but nobody is late for a date that was not agreed.',
  noResult: 'What came of it is not recorded.',
  partDone: 'Part of it is done.',
  notDone: 'It was not done.',
  goesOn: (when: string) => `It has no end date: ${when}.`,
  noDate: 'The plan gives no date.',
  beforeDayOf: (when: string) => `It was to be done ${when}.`,
});
