import type { RecordedEvent } from '@promise/kernel';
import { testDatabase } from '@promise/testing';
import fc from 'fast-check';
import { randomHistories } from '../../testing/random-histories';
import { type ReadDatabase, readDatabase } from '../../testing/read-database';
import { historyOf, MILESTONE, on, PARTNERSHIP, proposed, type Step } from '../../testing/scenario';
import type { CorrectData } from '../../domain/milestone/commands';
import { MilestonesQuery } from './query';
import type { MilestoneView } from './view';

let database: ReadDatabase;
let milestones: MilestonesQuery;

beforeAll(async () => {
  database = await readDatabase(await testDatabase());
  milestones = new MilestonesQuery(database.source);
});
beforeEach(() => database.empty());
afterAll(() => database.drop());

function one(asAt: string, knownAt = '2030-01-01T00:00:00.000Z'): Promise<MilestoneView | null> {
  return milestones.one(PARTNERSHIP, MILESTONE, { asAt, knownAt });
}

const move = {
  ...{ timescale: 'September 2026', reason: 'Hiring takes longer', decidedBy: 'ICSG', decidedOn: '2025-05-20' },
  youngPeopleTold: { state: 'not-yet' as const },
};
const link = { link: 'https://example.org/report', shows: 'The report' };
const life = [
  proposed(),
  on('2025-04-10', 'agree', { body: 'Champions Board', date: '2025-04-01' }),
  on('2025-06-01', 'revise-timescale', move, '2025-05-25'),
  on('2025-06-09', 'tell', { when: '2025-06-08', how: 'At an evening' }),
  on('2025-08-01', 'achieve', { date: '2025-07-31', evidence: [link], differenceMade: 'People are heard' }),
];

it('shows a milestone with all that happened to it', async () => {
  await database.apply(historyOf(...life));
  expect(await one('2025-08-01')).toEqual({
    ...{ id: MILESTONE, partnership: PARTNERSHIP, title: 'Every care experienced young person has an advocate' },
    ...{ foundation: 'voice', alsoServes: [], horizon: '5-year', parent: null, priorities: [] },
    ...{ successStatement: null, citation: null, leads: ['Advocacy service'] },
    ...{ lifecycle: 'achieved', proposedOn: '2025-03-01', startedOn: null },
    agreed: { body: 'Champions Board', on: '2025-04-01' },
    firstPlanned: expect.objectContaining({ words: 'March 2026', end: '2026-03-31' }) as unknown,
    planned: expect.objectContaining({ words: 'September 2026', end: '2026-09-30' }) as unknown,
    moves: [
      {
        ...{ event: 'e2', effectiveOn: '2025-05-25', recordedAt: '2025-06-01T12:00:00.000Z' },
        from: expect.objectContaining({ words: 'March 2026' }) as unknown,
        to: expect.objectContaining({ words: 'September 2026' }) as unknown,
        ...{ reason: 'Hiring takes longer', decidedBy: 'ICSG', decidedOn: '2025-05-20' },
        youngPeopleTold: { state: 'told', when: '2025-06-08', how: 'At an evening' },
      },
    ],
    progress: [],
    evidence: [{ id: 'e4', effectiveOn: '2025-07-31', file: null, ...link }],
    achieved: { on: '2025-07-31', evidence: ['e4'], differenceMade: 'People are heard' },
    withdrawn: null,
    reopened: [],
    version: 5,
  });
});

it('keeps how it was on any day, as known at any moment', async () => {
  await database.apply(historyOf(...life));
  expect(await one('2025-02-28')).toBeNull();
  expect((await one('2025-03-31'))?.lifecycle).toBe('proposed');
  expect((await one('2025-04-01'))?.lifecycle).toBe('agreed');
  expect((await one('2025-07-30'))?.lifecycle).toBe('agreed');
  expect((await one('2025-07-31'))?.lifecycle).toBe('achieved');
  // Agreed on the 1st of April, which the tracker was told on the 10th.
  expect((await one('2025-04-09', '2025-04-09T22:59:59.999Z'))?.lifecycle).toBe('proposed');
  expect((await one('2025-05-26', '2025-05-31T22:59:59.999Z'))?.planned.words).toBe('March 2026');
  expect((await one('2025-05-26'))?.planned.words).toBe('September 2026');
  expect(await one('2025-05-01', '2025-02-28T00:00:00.000Z')).toBeNull();
});

it('exists from the first day on which anything of it was so', async () => {
  await database.apply(historyOf(proposed(), on('2025-03-02', 'agree', { body: 'ICSG', date: '2025-01-10' })));
  expect(await one('2025-01-09')).toBeNull();
  expect(await one('2025-01-10')).toMatchObject({ lifecycle: 'agreed', proposedOn: '2025-03-01' });
});

it('follows corrections, and what was believed before them stays', async () => {
  const replace = { title: 'An advocate for everyone', foundation: 'care', effectiveOn: '2025-02-01' };
  const corrected = [proposed(), on('2025-09-01', 'correct', { event: 'e0', reason: 'Misread', replace })];
  await database.apply(historyOf(...corrected));
  expect(await one('2025-02-01')).toMatchObject({ title: 'An advocate for everyone', version: 1 });
  expect(await one('2025-03-01', '2025-08-31T00:00:00.000Z')).toMatchObject({ foundation: 'voice', version: 0 });
  const times = { asAt: '2025-09-01', knownAt: '2025-09-02T00:00:00.000Z' };
  const page = { limit: 10 };
  expect((await milestones.list(PARTNERSHIP, times, { foundation: 'care' }, page)).items).toHaveLength(1);
  expect((await milestones.list(PARTNERSHIP, times, { foundation: 'voice' }, page)).items).toEqual([]);
});

it('tells the version of the stream, and on earlier days that of the last event with a part in the state', async () => {
  const correct = (data: Pick<CorrectData, 'void' | 'replace'>, event: string): Step =>
    on('2025-06-01', 'correct', { event, reason: 'A slip', ...data });
  const agreed = on('2025-04-01', 'agree', { body: 'ICSG', date: '2025-04-01' });
  const steps = [
    proposed(),
    agreed,
    on('2025-05-01', 'start', {}),
    correct({ replace: { title: 'An advocate' } }, 'e0'),
  ];
  await database.apply(historyOf(...steps));
  expect((await one('2025-04-01'))?.version).toBe(3);
  expect((await one('2025-04-01', '2025-05-31T00:00:00.000Z'))?.version).toBe(1);
  await database.empty();
  await database.apply(historyOf(...steps, correct({ void: true }, 'e2')));
  expect(await one('2025-05-01')).toMatchObject({ lifecycle: 'agreed', version: 4 });
});

it('shows what was erased as removed', async () => {
  const [first] = historyOf(proposed());
  if (!first) throw new Error('a history begins with its proposal');
  await database.apply([{ ...first, payload: { ...first.payload, title: { erased: true } } }]);
  expect((await one('2025-03-01'))?.title).toBe('[removed]');
});

it('passes over events of other things, also of types that milestones have', async () => {
  const takenBack = on('2025-03-03', 'correct', { event: 'e1', reason: 'A slip', void: true });
  const voided = historyOf(proposed(), on('2025-03-02', 'start', {}), takenBack).at(-1);
  if (voided?.type !== 'EventVoided') throw new Error('a correction comes last');
  const elsewhere = { ...voided, envelope: { ...voided.envelope, stream: `${PARTNERSHIP}/plan-step/1` } };
  await database.apply([elsewhere]);
  expect(await database.rows()).toEqual([]);
});

it('comes to the same rows event by event, in one batch, and in any batches', async () => {
  await fc.assert(
    fc.asyncProperty(randomHistories, fc.infiniteStream(fc.integer({ min: 1, max: 5 })), async (history, sizes) => {
      await database.empty();
      await database.apply(...history.map((event) => [event]));
      const followed = await database.rows();
      await database.empty();
      await database.apply(history);
      expect(await database.rows()).toEqual(followed);
      await database.empty();
      await database.apply(...batchesOf(history, sizes));
      expect(await database.rows()).toEqual(followed);
    }),
    { numRuns: 40 },
  );
});

it('never believes two things of the same day at the same moment', async () => {
  await fc.assert(
    fc.asyncProperty(randomHistories, async (history) => {
      await database.empty();
      await database.apply(history);
      const both = await database.source.query<unknown[]>(
        `SELECT a.known_from FROM read.milestones a JOIN read.milestones b ON a.ctid < b.ctid AND a.id = b.id
         WHERE tstzrange(a.known_from, a.known_to) && tstzrange(b.known_from, b.known_to)
           AND daterange(a.effective_from, a.effective_to) && daterange(b.effective_from, b.effective_to)`,
      );
      expect(both).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

function batchesOf(history: readonly RecordedEvent[], sizes: Iterable<number>): (readonly RecordedEvent[])[] {
  const batches: (readonly RecordedEvent[])[] = [];
  let done = 0;
  for (const size of sizes) {
    if (done >= history.length) break;
    batches.push(history.slice(done, done + size));
    done += size;
  }
  return batches;
}
