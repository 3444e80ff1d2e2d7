import type { TimelineStep } from '@promise/plans';
import { differs, type Saying, type WordsOfFields } from './fields';
import { asSentence, dayInWords, listed, quoted } from './words';

const titleChange: Saying<TimelineStep> = ({ title: from }, { title: to }) => {
  return [{ field: 'title', from, to, sentence: `The step ${quoted(from)} is now called ${quoted(to)}.` }];
};

const timescaleChange: Saying<TimelineStep> = ({ timescale: from }, { timescale: to, title }) => {
  const words = (timescale: TimelineStep['timescale']): string => timescale?.words ?? 'no date';
  const sentence = `The date of the step ${quoted(title)} went from ${words(from)} to ${words(to)}.`;
  return [{ field: 'timescale', from, to, sentence }];
};

const leadsChange: Saying<TimelineStep> = ({ leads: from }, { leads: to, title }) => {
  const sentence = `The step ${quoted(title)} was led by ${listed(from)} and is now led by ${listed(to)}.`;
  return [{ field: 'leads', from, to, sentence }];
};

const RESULTS: Readonly<Record<NonNullable<TimelineStep['result']>['result'], string>> = {
  done: 'done',
  'part-done': 'partly done',
  'not-done': 'not done',
  superseded: 'superseded',
};

const resultChange: Saying<TimelineStep> = ({ result: from }, { result: to, title }) => {
  if (!to) return [{ field: 'result', from, to, sentence: `The result of the step ${quoted(title)} was taken back.` }];
  const note = to.note === null ? '' : ` ${asSentence(to.note)}`;
  const shows = to.evidence.map((each) => quoted(each.shows));
  const evidence = shows.length === 0 ? '' : ` Evidence: ${listed(shows)}.`;
  const on = `${RESULTS[to.result]} on ${dayInWords(to.when)}, by the word of ${to.byWhoseWord}`;
  const sentence = `The result of the step ${quoted(title)}: ${on}.${note}${evidence}`;
  return [{ field: 'result', from, to, sentence }];
};

/** The last of its results is its result. */
const resultsChange: Saying<TimelineStep> = (was, is) => (differs(was.result, is.result) ? null : []);

/** `id` is what steps of two days are told by. */
export const STEP_FIELDS: WordsOfFields<TimelineStep, 'id'> = {
  key: { name: 'its key' },
  planKey: { name: 'its plan' },
  planTitle: { name: 'the title of its plan' },
  priorityTitle: { name: 'the title of the priority it stands below' },
  title: { name: 'its title', says: titleChange },
  priority: { name: 'the priority it stands below' },
  theme: { name: 'its theme' },
  foundation: { name: 'its foundation' },
  timescale: { name: 'its date', says: timescaleChange },
  firstTimescale: { name: 'its first date' },
  restatements: { name: 'the dates that later readings gave it' },
  reading: { name: 'how its date was read' },
  citation: { name: 'its place in the document' },
  leads: { name: 'who leads it', says: leadsChange },
  result: { name: 'its result', says: resultChange },
  results: { name: 'its earlier results', says: resultsChange },
  inForceFrom: { name: 'the day it is in force from' },
  recordedAt: { name: 'when this reading of it was recorded' },
};
