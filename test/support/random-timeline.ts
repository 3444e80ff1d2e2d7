import { addDays, type Day } from '@promise/kernel';
import type { Lane, MilestoneEntry, StepEntry, Timeline, When } from '@promise/timeline';
import fc from 'fast-check';

const AS_AT = '2026-11-22';

const day: fc.Arbitrary<Day> = fc
  .oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 4400 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 25_000 }) },
  )
  .map((days) => addDays('2019-01-01', days));

const span = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 31 }), fc.integer({ min: 32, max: 4000 }));

const when: fc.Arbitrary<When> = fc
  .record({ start: day, span, open: fc.constantFrom('', '', '', '', 'start', 'end', 'both') })
  .map(({ start, span: days, open }) => ({
    words: 'as it was written',
    start: open === 'start' || open === 'both' ? null : start,
    end: open === 'end' || open === 'both' ? null : addDays(start, days),
  }));

/** Titles as people write them, and as nobody should. */
const title = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(fc.constantFrom('Young', 'people', 'help', 'to', 'run', 'the', 'Board', 'again'), {
        minLength: 1,
        maxLength: 20,
      })
      .map((words) => words.join(' ')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }).map((text) => `x${text}`) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 300 }).map((length) => 'W'.repeat(length)) },
);

const milestone = fc
  .record({
    title,
    planned: fc.array(when, { minLength: 1, maxLength: 5 }),
    status: fc.constantFrom('proposed', 'on-plan', 'due-soon', 'overdue', 'achieved', 'withdrawn', 'no-end'),
    on: day,
    horizon: fc.constantFrom('5-year', '10-year', 'interim'),
  })
  .map((some): Omit<MilestoneEntry, 'id'> => {
    const { planned, status, on, horizon } = some;
    const decided = {
      reason: 'It started late.',
      decidedBy: 'CSP Board',
      decidedOn: on,
      effectiveOn: on,
      recordedAt: '',
    };
    const told = { state: 'not-yet', when: null, how: null } as const;
    return {
      ...{
        title: some.title,
        foundation: 'care',
        alsoServes: [],
        horizon,
        parent: null,
        priorities: [],
        leads: [],
        evidence: 0,
      },
      status,
      moved: planned.length > 1,
      agreed: status === 'proposed' ? null : { body: 'CSP Board', on },
      startedOn: null,
      firstPlanned: planned[0] ?? fail(),
      planned: planned.at(-1) ?? fail(),
      moves: planned
        .slice(1)
        .map((to, n) => ({ event: `${n}`, from: planned[n] ?? fail(), to, ...decided, youngPeopleTold: told })),
      achieved: status === 'achieved' ? { on, differenceMade: 'Fewer moves.' } : null,
      withdrawn: status === 'withdrawn' ? { reason: 'x', decidedBy: 'x', decidedOn: null, on } : null,
    };
  });

const step = fc
  .record({
    title,
    planned: fc.option(when, { nil: null, freq: 8 }),
    status: fc.constantFrom(
      'on-plan',
      'due-soon',
      'result-not-recorded',
      'achieved',
      'part-done',
      'not-done',
      'withdrawn',
      'no-end',
    ),
    on: day,
    beforeStart: fc.boolean(),
  })
  .map(({ title: text, planned, status, on, beforeStart }): Omit<StepEntry, 'id'> => ({
    ...{ title: text, status, planned, firstPlanned: planned, beforeStart },
    plan: { id: 'plan', title: 'Corporate parenting plan' },
    ...{
      theme: null,
      priority: 'plan.one',
      priorityTitle: null,
      leads: [],
      moved: false,
      moves: [],
      foundation: null,
      reading: null,
    },
    citation: { document: 'Plan', place: 'row 1' },
    result:
      status === 'achieved'
        ? ({
            result: 'done',
            note: null,
            reportedBy: null,
            effectiveOn: on,
            recordedAt: '',
          } as unknown as StepEntry['result'])
        : null,
  }));

const lane = fc.record({
  milestones: fc.array(milestone, { maxLength: 25 }),
  steps: fc.array(step, { maxLength: 12 }),
});

/** A timeline with milestones and steps of every kind, far more muddled than any partnership's. */
export const randomTimeline: fc.Arbitrary<Timeline> = fc
  .record({
    lanes: fc.array(lane, { minLength: 1, maxLength: 4 }),
    start: fc.boolean(),
    asAt: fc.constantFrom(AS_AT, '2030-01-01'),
  })
  .map(({ lanes, start, asAt }) => ({
    partnership: { id: 'north-lanarkshire', name: 'North Lanarkshire', invented: false },
    ...{
      horizon: 10,
      lanesBy: 'foundation',
      asAt,
      knownAt: `${AS_AT}T12:00:00.000Z`,
      recordedSince: null,
      recordNumber: 1,
    },
    message: '',
    start: start ? (START as Timeline['start']) : null,
    ...(start ? { marks: marks('03'), earlierMarks: marks('02') } : {}),
    lanes: lanes.map((each, n) => laneOf(each, n)),
  }));

const START = {
  timescale: { words: 'March 2021', start: '2021-03-01', end: '2021-03-31', precision: 'month', shape: 'within' },
};

function marks(month: string): NonNullable<Timeline['marks']> {
  return [
    { years: 5, date: `2026-${month}-28`, words: '' },
    { years: 10, date: `2031-${month}-28`, words: '' },
  ];
}

function laneOf(
  { milestones, steps }: { milestones: Omit<MilestoneEntry, 'id'>[]; steps: Omit<StepEntry, 'id'>[] },
  n: number,
): Lane {
  const keys = ['voice', 'family', 'care', 'people'];
  return {
    key: keys[n] ?? 'rights',
    title: keys[n] ?? 'Rights',
    counts: { total: milestones.length, achieved: 0 } as Lane['counts'],
    milestones: milestones.map((each, at) => ({ id: `m-${n}-${at}`, ...each })),
    steps: steps.map((each, at) => ({ id: `plan.s-${n}-${at}`, ...each })),
  };
}

function fail(): never {
  throw new Error('there is a first one');
}
