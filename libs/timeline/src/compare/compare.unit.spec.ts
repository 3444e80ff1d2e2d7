import { isDeepStrictEqual } from 'node:util';
import type { MilestoneView } from '@promise/milestones';
import type { TimelineStep } from '@promise/plans';
import fc from 'fast-check';
import { milestoneDifferences } from './milestones';
import { stepDifferences } from './steps';

const DAY = '2025-01-01';
const timescale = { words: 'by March 2030', start: null, end: '2030-03-31', precision: 'month', shape: 'by' } as const;
const recorded = { event: 'e', effectiveOn: DAY, recordedAt: `${DAY}T00:00:00.000Z` };

const text = fc.constantFrom('one', 'another');
const day = fc.constantFrom('2025-01-01', '2025-01-02');
const when = fc.constantFrom(timescale, { ...timescale, words: 'by March 2031', end: '2031-03-31' });
const instant = day.map((each) => `${each}T00:00:00.000Z`);
const names = fc.array(text, { maxLength: 2 });
const foundation = fc.constantFrom('care', 'voice', 'family' as const);
const cited = fc.record({ document: text, place: text });
const maybe = <Value>(of: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(of, { freq: 2 });
const some = <Value>(of: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> => fc.array(of, { maxLength: 2 });
const known = { event: text, effectiveOn: day, recordedAt: instant };

const told = fc.record({ state: fc.constantFrom('told', 'not-yet', 'not-needed'), when: maybe(day), how: maybe(text) });
const move = { ...known, from: when, to: when, reason: text, decidedBy: text, decidedOn: day, youngPeopleTold: told };
const file = fc.record({ id: text, name: text, mediaType: text, size: fc.nat(2), sha256: text });
const milestone = {
  ...{ partnership: text, title: text, foundation, alsoServes: some(foundation), parent: maybe(text) },
  horizon: fc.constantFrom('5-year', '10-year', 'interim'),
  ...{ priorities: names, successStatement: maybe(text), citation: maybe(cited), leads: names, proposedOn: day },
  lifecycle: fc.constantFrom('proposed', 'agreed', 'started', 'achieved', 'withdrawn'),
  ...{ agreed: maybe(fc.record({ body: text, on: day })), startedOn: maybe(day), firstPlanned: when, planned: when },
  moves: some(fc.record(move)),
  progress: some(fc.record({ ...known, rating: text, narrative: text, reportedBy: maybe(text) })),
  evidence: some(fc.record({ id: text, shows: text, link: maybe(text), file: maybe(file), effectiveOn: day })),
  achieved: maybe(fc.record({ on: day, evidence: names, differenceMade: text })),
  withdrawn: maybe(fc.record({ reason: text, decidedBy: text, decidedOn: maybe(day), on: day })),
  reopened: some(fc.record({ ...known, from: fc.constantFrom('achieved', 'withdrawn'), reason: text })),
};

const result = fc.record({
  ...{ result: fc.constantFrom('done', 'part-done', 'not-done', 'superseded'), when: day, byWhoseWord: text },
  ...{ evidence: some(fc.record({ link: text, shows: text })), note: maybe(text) },
  ...{ effectiveOn: day, recordedAt: instant },
});
const step = {
  ...{ key: text, planKey: text, planTitle: maybe(text), title: text, priority: text, leads: names, citation: cited },
  ...{ priorityTitle: maybe(text), theme: maybe(fc.record({ key: text, title: maybe(text) })) },
  foundation: maybe(fc.record({ primary: maybe(foundation), also: some(foundation), by: text, reason: text })),
  ...{ timescale: maybe(when), firstTimescale: maybe(when), reading: maybe(fc.record({ reason: text })) },
  restatements: some(
    fc.record({ from: maybe(when), to: maybe(when), kind: text, effectiveOn: day, recordedAt: instant }),
  ),
  ...{ result: maybe(result), results: some(result), inForceFrom: day, recordedAt: instant },
};

/** As it comes out of the read model: objects with the usual prototype. */
function plain(view: object): object {
  return JSON.parse(JSON.stringify(view)) as object;
}

/** Two views, the second with up to three fields of its own. */
function pairOf(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<[object, object]> {
  const whole = fc.record(fields);
  const replaced = fc.subarray(Object.keys(fields), { maxLength: 3 });
  return fc.tuple(whole, whole, replaced).map(([was, other, own]) => {
    return [plain(was), plain({ ...was, ...Object.fromEntries(own.map((field) => [field, other[field]])) })];
  });
}

const milestones = (was: object, is: object): ReturnType<typeof milestoneDifferences> => {
  const on = (view: object, version: number): { day: string; milestones: MilestoneView[] } => ({
    day: DAY,
    milestones: [{ id: 'm', ...view, version } as MilestoneView],
  });
  return milestoneDifferences(on(was, 1), on(is, 2));
};

const steps = (was: object, is: object): ReturnType<typeof stepDifferences> => {
  const on = (view: object): { day: string; steps: TimelineStep[] } => ({
    day: DAY,
    steps: [{ id: 's', ...view } as TimelineStep],
  });
  return stepDifferences(on(was), on(is));
};

it.each([
  ['milestones', milestone, milestones],
  ['steps', step, steps],
])('the differences of %s are empty exactly when both days are the same', (_, fields, compare) => {
  fc.assert(
    fc.property(pairOf(fields), ([was, is]) => {
      const changes = compare(was, is).flatMap((difference) => difference.changes);
      expect(changes.length === 0).toBe(isDeepStrictEqual(was, is));
      for (const { sentence } of changes) expect(sentence).toMatch(/\S.*[.!?…]$/);
    }),
    { numRuns: 2000 },
  );
});

const VIEW = {
  ...{ title: 'T', foundation: 'care', alsoServes: [], horizon: '5-year', parent: null, priorities: [] },
  ...{ successStatement: null, citation: null, leads: ['B'], lifecycle: 'agreed', proposedOn: '2024-01-01' },
  ...{ agreed: { body: 'Board', on: '2024-02-01' }, startedOn: null, firstPlanned: timescale, planned: timescale },
  ...{ moves: [], progress: [], evidence: [], achieved: null, withdrawn: null, reopened: [] },
};
const ACHIEVED = { on: DAY, evidence: ['e'], differenceMade: 'A' };
const WITHDRAWN = { reason: 'r', decidedBy: 'B', decidedOn: null, on: DAY };
const MOVE = {
  ...{ ...recorded, from: timescale, to: timescale, reason: 'r', decidedBy: 'B', decidedOn: DAY },
  youngPeopleTold: { state: 'told', when: null, how: null },
};
const TOLD = { ...MOVE, youngPeopleTold: { state: 'told', when: DAY, how: 'at a meeting' } };
const REPORT = { ...recorded, rating: 'a', narrative: 'b', reportedBy: null };

it.each([
  ['the start', {}, { lifecycle: 'started', startedOn: '2025-01-15' }, 'Work on “T” started on 15 January 2025.'],
  ['who agreed', {}, { agreed: { body: 'CSP', on: '2024-02-01' } }, 'is now another: CSP on 1 February 2024.'],
  ['the difference', { achieved: ACHIEVED }, { achieved: { ...ACHIEVED, differenceMade: 'B' } }, 'was corrected: B.'],
  ['the day', { achieved: ACHIEVED }, { achieved: { ...ACHIEVED, on: '2025-01-02' } }, 'corrected: 2 January 2025.'],
  [
    'who decided a move',
    { moves: [MOVE] },
    { moves: [{ ...MOVE, decidedBy: 'C' }] },
    'Decided by C on 1 January 2025.',
  ],
  ['a move taken back', { moves: [MOVE] }, {}, 'The move of “T” from by March 2030 to by March 2030 was taken back.'],
  ['who was told', { moves: [MOVE] }, { moves: [TOLD] }, 'was corrected on 1 January 2025: at a meeting.'],
  ['who reported', { progress: [REPORT] }, { progress: [{ ...REPORT, reportedBy: 'TNT' }] }, ' Reported by TNT.'],
  [
    'how it was stopped',
    { withdrawn: WITHDRAWN },
    { withdrawn: { ...WITHDRAWN, reason: 'q' } },
    'because: q. Decided by B',
  ],
])('says what changed: %s', (_, was, is, sentence) => {
  const sentences = milestones({ ...VIEW, ...was }, { ...VIEW, ...is }).map((each) => each.sentence);
  expect(sentences.join(' ')).toContain(sentence);
});

it('calls nothing on plan whose date moved, as the pages do not', () => {
  const soon = { words: 'by January 2025', start: null, end: '2025-01-31' };
  const sentences = milestones(
    { ...VIEW, firstPlanned: soon, planned: soon },
    { ...VIEW, firstPlanned: soon, moves: [MOVE] },
  );
  expect(sentences.map((each) => each.sentence).join(' ')).toContain(
    '“T” was due soon and is now to be done by a new date.',
  );
});

it('says by whose word a step is done, and what shows it', () => {
  const done = {
    ...{
      result: 'done',
      when: DAY,
      byWhoseWord: 'the lead',
      note: null,
      effectiveOn: DAY,
      recordedAt: `${DAY}T00:00:00.000Z`,
    },
    evidence: [{ link: 'https://www.example.org', shows: 'the report' }],
  };
  const was = { title: 'S', timescale, result: done, results: [done] };
  const is = { ...was, result: { ...done, byWhoseWord: 'the Board' } };
  expect(steps(was, is).map((each) => each.sentence)).toEqual([
    'The result of the step “S”: done on 1 January 2025, by the word of the Board. Evidence: “the report”.',
  ]);
});
