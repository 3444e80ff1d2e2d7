import type { Instant } from '@promise/kernel';
import { Caller } from '../support/caller';
import { type RunningTracker, runningTracker } from '../support/running-tracker';

/** A clock that a test sets. */
class SetClock {
  instant: Instant = '2024-05-01T10:00:00.000Z';

  now(): Instant {
    return this.instant;
  }

  /** Noon of a day in UTC. */
  on(day: string): void {
    this.instant = `${day}T12:00:00.000Z`;
  }
}

describe('any day as it stood, and what was known then', () => {
  let running: RunningTracker;
  let worker: Caller;
  let milestone: string;
  const clock = new SetClock();

  const read = async (query: string): Promise<Record<string, any> | null> => {
    const answer = await worker.get(`milestones/${milestone}?${query}`);
    return answer.status === 404 ? null : answer.body;
  };

  beforeAll(async () => {
    clock.on('2024-05-01');
    running = await runningTracker({ clock });
    worker = new Caller(running, 'worker');
    milestone = await worker.propose({ effectiveOn: '2023-01-10', timescale: 'by June 2025' });
    const post = async (path: string, body: object): Promise<void> => {
      const answer = await worker.post(`milestones/${milestone}/${path}`, body);
      expect([path, answer.status, answer.body.errors]).toEqual([path, 200, undefined]);
    };
    clock.on('2024-06-01');
    await post('agree', { body: 'CSP Board', date: '2023-03-01' });
    clock.on('2025-02-01');
    await post('revise-timescale', {
      timescale: 'by December 2025',
      reason: 'The training started late.',
      decidedBy: 'CSP Board',
      decidedOn: '2022-12-01',
      youngPeopleTold: true,
    });
    clock.on('2025-09-01');
    const evidence = [{ link: 'https://www.example.org/e', shows: 'the new way of working' }];
    await post('achieve', { date: '2025-08-20', evidence, differenceMade: 'Fewer moves.' });
    clock.on('2026-11-22');
  });
  afterAll(() => running.stop());

  it.each([
    ['asAt=2022-12-31', null],
    ['asAt=2023-01-10', { status: 'proposed' }],
    ['asAt=2023-03-01', { status: 'on-plan', agreed: { on: '2023-03-01' } }],
    ['asAt=2025-01-31', { status: 'on-plan', moved: false }],
    ['asAt=2025-03-31', { status: 'on-plan', moved: true }],
    ['asAt=2025-08-19', { status: 'on-plan', moved: true }],
    ['asAt=2025-08-20', { status: 'achieved' }],
    ['', { status: 'achieved' }],
  ])('tells by effective time what was so: %s', async (query, expected) => {
    const seen = await read(query);
    if (expected === null) expect(seen).toBeNull();
    else expect(seen).toMatchObject(expected);
  });

  it.each([
    ['knownAt=2024-04-30', null],
    ['knownAt=2024-05-01&asAt=2024-05-01', { status: 'proposed' }],
    ['knownAt=2024-05-31&asAt=2023-12-31', { status: 'proposed', agreed: null }],
    ['knownAt=2024-06-01&asAt=2023-12-31', { status: 'on-plan', agreed: { on: '2023-03-01' } }],
    ['knownAt=2025-01-31&asAt=2025-08-25', { status: 'overdue', moved: false }],
    ['knownAt=2025-08-31&asAt=2025-08-25', { status: 'on-plan', moved: true }],
    ['knownAt=2025-09-01&asAt=2025-08-25', { status: 'achieved' }],
  ])('tells by recorded time what was known: %s', async (query, expected) => {
    const seen = await read(query);
    if (expected === null) expect(seen).toBeNull();
    else expect(seen).toMatchObject(expected);
  });

  it('takes a day to its end in London, an hour before midnight in UTC while summer time is on', async () => {
    clock.instant = '2025-06-30T22:59:59.999Z';
    const inside = await worker.propose({ title: 'On the last moment of June', effectiveOn: '2025-06-30' });
    clock.instant = '2025-06-30T23:00:00.000Z';
    const outside = await worker.propose({ title: 'On the first moment of July', effectiveOn: '2025-06-30' });
    clock.on('2026-11-22');
    expect((await worker.get(`milestones/${inside}?asAt=2025-06-30&knownAt=2025-06-30`)).status).toBe(200);
    expect((await worker.get(`milestones/${outside}?asAt=2025-06-30&knownAt=2025-06-30`)).status).toBe(404);
    expect((await worker.get(`milestones/${outside}?asAt=2025-06-30&knownAt=2025-07-01`)).status).toBe(200);
  });

  it('says since when it was recorded here where nothing had been recorded yet', async () => {
    const early = await worker.get('timeline?asAt=2023-06-01&knownAt=2023-06-01');
    expect(early.body.note).toContain('Recorded here since 1 May 2024');
    expect(early.body.lanes.flatMap((lane: { milestones: object[] }) => lane.milestones)).toEqual([]);
    const effective = await worker.get('timeline?asAt=2023-06-01');
    expect(effective.body.note).toBeUndefined();
    const care = effective.body.lanes.find((lane: { key: string }) => lane.key === 'care');
    expect(care.milestones).toHaveLength(1);
  });

  it('compares two days in sentences and as data', async () => {
    const compared = await worker.get('compare?from=2024-05-31&to=2025-09-01');
    const difference = compared.body.differences.find((each: { id: string }) => each.id === milestone);
    expect(difference.change).toBe('changed');
    expect(difference.changes.map((change: { field: string }) => change.field)).toEqual([
      'status',
      'agreed',
      'timescale',
      'evidence',
      'achieved',
    ]);
    expect(difference.sentence).toContain('was proposed and is now done. What changed because of it: Fewer moves.');
    expect(difference.sentence).toContain(
      'went from by June 2025 to by December 2025. Why: The training started late.',
    );
    expect(compared.body.sentences).toContain(difference.sentence);
    const nothing = await worker.get('compare?from=2025-09-02&to=2025-09-02');
    expect(nothing.body.differences).toEqual([]);
  });

  it('shows in a comparison that evidence was taken back', async () => {
    clock.on('2026-11-23');
    const attached = await worker.post(`milestones/${milestone}/attach-evidence`, {
      shows: 'the wrong report',
      link: 'https://www.example.org/wrong',
      effectiveOn: '2025-08-30',
    });
    clock.on('2026-11-25');
    const event = attached.body.events[0].id as string;
    const taken = await worker.post(`milestones/${milestone}/correct`, {
      event,
      void: true,
      reason: 'Another milestone’s.',
    });
    expect(taken.status).toBe(200);
    clock.on('2026-11-26');
    const compared = await worker.get('compare?from=2026-11-24&to=2026-11-25');
    expect(compared.body.sentences.join(' ')).toContain('was taken back: “the wrong report”');
    const history = await worker.get(`milestones/${milestone}/history`);
    const last = history.body.items.at(-1);
    expect(last).toMatchObject({ type: 'EventVoided', why: 'Another milestone’s.', takenBackBy: null });
    const by = { recordNumber: last.recordNumber, event: last.event };
    const entryIn = (items: { event: string }[]): object | undefined => items.find((each) => each.event === event);
    expect(entryIn(history.body.items)).toMatchObject({ takenBackBy: by, correctedBy: [] });
    const trail = await worker.get('trail?kind=EvidenceAttached&limit=100');
    expect(entryIn(trail.body.items)).toMatchObject({ takenBackBy: by });
    const before = await worker.get(`milestones/${milestone}/history?knownAt=2026-11-24`);
    expect(entryIn(before.body.items)).toMatchObject({ takenBackBy: null });
  });
});
