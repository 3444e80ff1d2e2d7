import { copyLog, type CopyProgress } from '@promise/event-store';
import { type TestDatabase, testDatabase } from '@promise/testing';
import { openLog, openLogThatIsThere } from '@promise/tracker';
import { Simulator } from '../eventstoredb/simulator';
import { Caller } from '../support/caller';
import { differences, readTables, type Tables } from '../support/read-tables';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { until } from '../support/until';

const BOARD = 'Children’s Services Partnership Board';
const PROPOSAL = { foundation: 'care', horizon: '5-year', timescale: 'by March 2026', leads: [BOARD] };
const BUILT_ANEW = 'The read models were built from another log than the one that is open now.';

/** What people see, without the positions, which are each store's own. */
interface Seen {
  readonly tables: Tables;
  readonly timeline: string;
  readonly trail: readonly Readonly<Record<string, unknown>>[];
}

describe('a tracker whose log moves from one store to the other and back', () => {
  let simulator: Simulator;
  let database: TestDatabase;
  let running: RunningTracker | undefined;
  let worker: Caller;

  const onProblem = (error: Error): never => {
    throw error;
  };
  const start = async (environment: Readonly<Record<string, string>> = {}): Promise<void> => {
    running = await runningTracker({ database, environment });
    worker = new Caller(running, 'worker');
  };
  const stop = async (): Promise<void> => {
    await running?.stop();
    running = undefined;
  };
  const logged = (): string => running?.logged.join('\n') ?? '';
  const copy = async (from: string, to: string): Promise<CopyProgress> => {
    const [source, target] = [await openLogThatIsThere('--from', from, onProblem), await openLog(to, onProblem)];
    const done = await copyLog(source, target);
    await Promise.all([source.close(), target.close()]);
    return done;
  };
  const count = (): number => simulator.log.all.filter(({ type }) => !type.startsWith('$')).length;

  /** A milestone that is agreed, moved, corrected and shown. */
  const live = async (title: string): Promise<void> => {
    const id = await worker.propose({ title, effectiveOn: '2021-06-01' });
    const step = async (name: string, body: object): Promise<Readonly<Record<string, any>>> => {
      const answer = await worker.post(`milestones/${id}/${name}`, body);
      expect([name, answer.status, answer.body.errors]).toEqual([name, 200, undefined]);
      return answer.body;
    };
    await step('agree', { body: BOARD, date: '2021-09-01' });
    await step('start', { effectiveOn: '2022-01-10' });
    const moved = { timescale: 'by September 2026', decidedBy: BOARD, decidedOn: '2025-12-01' };
    const { events } = await step('revise-timescale', {
      ...moved,
      reason: 'It takes longer.',
      youngPeopleTold: { state: 'not-yet' },
    });
    await step('correct', {
      event: events[0].id,
      replace: { timescale: 'by October 2026' },
      reason: 'A slip of the pen.',
    });
    await step('attach-evidence', { shows: 'The report of the pilot.', link: 'https://www.example.org/report' });
  };

  const see = async (): Promise<Seen> => {
    const timeline = await worker.get('timeline?asAt=2026-07-01');
    expect(timeline.status).toBe(200);
    const { knownAt: _, ...shown } = timeline.body;
    const trail: Seen['trail'][number][] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await worker.get(`trail?limit=500${cursor && `&cursor=${cursor}`}`);
      trail.push(...(body.items as Seen['trail']).map(({ position: __, ...entry }) => entry));
      cursor = body.next as string | null;
    }
    return { tables: await readTables(database.url, 'read', ['position']), timeline: JSON.stringify(shown), trail };
  };
  const expectSame = (now: Seen, before: Seen): void => {
    expect(differences(now.tables, before.tables)).toEqual({});
    expect(now.timeline).toBe(before.timeline);
    expect(now.trail).toEqual(before.trail);
  };

  beforeAll(async () => {
    simulator = await Simulator.start();
    database = await testDatabase();
  });
  afterAll(async () => {
    await stop();
    await database.drop();
    simulator.stop();
  });

  it('shows the same timeline, trail and record numbers, and takes commands, in each', async () => {
    await start();
    await live('Recorded in PostgreSQL');
    const first = await see();
    expect(first.trail.length).toBeGreaterThan(50);
    await stop();

    const there = await copy(database.url, simulator.url);
    expect(there).toEqual({ compared: count(), copied: count() });
    await start({ EVENT_STORE_URL: simulator.url });
    expect(logged()).toContain(BUILT_ANEW);
    expectSame(await see(), first);
    await live('Recorded in EventStoreDB');
    const second = await see();
    expect(second.trail).toHaveLength(first.trail.length + 6);
    await stop();

    expect(await copy(simulator.url, database.url)).toEqual({ compared: count(), copied: count() - there.copied });
    await start();
    expect(logged()).toContain(BUILT_ANEW);
    expectSame(await see(), second);
    await live('Recorded in PostgreSQL again');
    const third = await see();
    expect(third.trail.map(({ recordNumber }) => recordNumber)).toEqual(third.trail.map((_, n) => n + 1));
    await stop();

    await start();
    expect(logged()).not.toContain(BUILT_ANEW);
    expectSame(await see(), third);
    expect(simulator.forbidden).toEqual([]);
  }, 120_000);

  it('records nothing in the log that was left, where a server was forgotten on it', async () => {
    await stop();
    await start();
    const [forgotten, left] = [running, worker];
    await copy(database.url, simulator.url);
    await start({ EVENT_STORE_URL: simulator.url });
    await live('Recorded where the log is now');
    await until('the forgotten server has seen it', async () => {
      const { status, body } = await left.post('milestones', { ...PROPOSAL, title: 'Recorded nowhere' });
      return status === 503 && body.type === '/problems/another-log';
    });
    const head = await forgotten?.tracker.store.head();
    expect((await left.post('milestones', { ...PROPOSAL, title: 'Nor this' })).status).toBe(503);
    expect(await forgotten?.tracker.store.head()).toBe(head);
    await forgotten?.stop();
    await live('Recorded when it is gone');
  }, 120_000);
});
