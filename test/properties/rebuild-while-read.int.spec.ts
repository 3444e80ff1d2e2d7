import { roleUrls } from '@promise/database';
import { Lease, type Log, Projector, rebuild as build, RebuildLost, SWAP_LOCK } from '@promise/projections';
import { Client } from 'pg';
import { Caller } from '../support/caller';
import { allProjections } from '../../libs/tracker/src/projections';
import { Follower, logOf } from '../support/follower';
import { differences, readTables } from '../support/read-tables';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { until } from '../support/until';

const WAITS_TO_SWAP = "application_name = 'promise-rebuild' AND wait_event = 'advisory'";
/** Of those who follow and of those who rebuild. */
const LEASES = "application_name = 'promise-lease'";

describe('a rebuild', () => {
  let running: RunningTracker;
  let worker: Caller;
  let milestone: string;

  beforeAll(async () => {
    running = await runningTracker();
    worker = new Caller(running, 'worker');
    milestone = await worker.propose();
    for (let n = 0; n < 20; n++) await report(n);
    await worker.get('timeline');
  }, 120_000);
  afterAll(() => running.stop());

  const report = (n: number) =>
    worker.post(`milestones/${milestone}/report-progress`, { rating: 'on track', narrative: `Report ${n}` });

  /** How many sessions of this database are so. */
  async function sessions(so: string): Promise<number> {
    const client = new Client({ connectionString: running.databaseUrl });
    await client.connect();
    try {
      const where = `datname = current_database() AND ${so}`;
      return (await client.query(`SELECT FROM pg_stat_activity WHERE ${where}`)).rowCount ?? 0;
    } finally {
      await client.end();
    }
  }

  const rebuild = (): Promise<number> => running.tracker.readSide.rebuild();

  async function schemas(): Promise<string[]> {
    const rows = await running.tracker.readSide.source.query<{ nspname: string }[]>(
      "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'read%' ORDER BY 1",
    );
    return rows.map(({ nspname }) => nspname);
  }

  it('never gives a reader an error or an older state, while others write', async () => {
    const reader = new Caller(running, 'inspector');
    let reading = true;
    const seen: number[][] = [];
    const readOn = async (): Promise<void> => {
      const numbers: number[] = [];
      seen.push(numbers);
      while (reading) {
        const [timeline, one] = [await reader.get('timeline'), await reader.get(`milestones/${milestone}`)];
        expect([timeline.status, one.status]).toEqual([200, 200]);
        numbers.push(Number(timeline.body.recordNumber));
      }
    };
    const readers = [readOn(), readOn(), readOn()];
    for (let n = 0; n < 6; n++) {
      const [applied, written] = await Promise.all([rebuild(), report(100 + n)]);
      expect(written.status).toBe(200);
      expect(applied).toBeGreaterThan(100);
    }
    reading = false;
    await Promise.all(readers);
    for (const numbers of seen) expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(seen.flat().length).toBeGreaterThan(10);
    expect(await schemas()).toEqual(['read']);
  }, 120_000);

  it('waits for another one and gives the same', async () => {
    const before = await readTables(running.databaseUrl, 'read');
    const [one, other] = await Promise.all([rebuild(), rebuild()]);
    expect(other).toBe(one);
    expect(differences(await readTables(running.databaseUrl, 'read'), before)).toEqual({});
    expect(await schemas()).toEqual(['read']);
  }, 120_000);

  it('clears away what one that was killed half-way left behind', async () => {
    const before = await readTables(running.databaseUrl, 'read');
    const halfway = await Follower.of(running, 'read_next');
    await halfway.beginAnew('read_next');
    await halfway.follow(50);
    await halfway.close();
    expect(await schemas()).toEqual(['read', 'read_next']);
    await rebuild();
    expect(await schemas()).toEqual(['read']);
    expect(differences(await readTables(running.databaseUrl, 'read'), before)).toEqual({});
  }, 120_000);

  it('that loses its connections fails, leaves the live read models, and lets the next one in', async () => {
    const before = await readTables(running.databaseUrl, 'read');
    const database = new Client({ connectionString: running.databaseUrl });
    await database.connect();
    await database.query('SELECT pg_advisory_lock($1)', [SWAP_LOCK]);
    const broken = expect(rebuild()).rejects.toThrow(/terminat/);
    const sessions =
      "FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'promise-rebuild'";
    await until('it waits to swap', async () => {
      const { rowCount } = await database.query(`SELECT 1 ${sessions} AND wait_event = 'advisory'`);
      return rowCount === 1;
    });
    await database.query(`SELECT pg_terminate_backend(pid) ${sessions}`);
    await broken;
    await database.end();
    expect((await worker.get(`milestones/${milestone}`)).status).toBe(200);
    await until('a rebuild is let in', async () => (await rebuild()) > 0);
    expect(differences(await readTables(running.databaseUrl, 'read'), before)).toEqual({});
  }, 120_000);

  it('ends between two batches once it is asked to', async () => {
    const stop = new AbortController();
    const ended = running.tracker.readSide.rebuild({
      signal: stop.signal,
      onProgress: () => {
        stop.abort();
      },
    });
    await expect(ended).rejects.toMatchObject({ name: 'AbortError' });
    expect(await rebuild()).toBeGreaterThan(100);
  }, 120_000);

  it('goes on after its process was too busy for some seconds to say that it works', async () => {
    const next = await Follower.of(running, 'read_next');
    const { store, open } = logOf(running);
    let isBusy = true;
    const busily: Log['open'] = (stored) => {
      if (isBusy) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 8_000);
      isBusy = false;
      return open(stored);
    };
    const lease = Lease.toRebuild(roleUrls(running.databaseUrl).projector);
    expect(await build({ store, open: busily }, allProjections(), next.source, lease)).toBeGreaterThan(100);
    await next.close();
  }, 120_000);

  it('leaves off once its database did not hear of it for too long', async () => {
    const next = await Follower.of(running, 'read_next');
    const before = await readTables(running.databaseUrl, 'read');
    const { store, open } = logOf(running);
    const slowly: Log['open'] = async (stored) => {
      // Nobody renews it: PostgreSQL ends its session.
      await until('the lease is gone', async () => (await sessions(LEASES)) === 1);
      return open(stored);
    };
    const lease = Lease.toRebuild(roleUrls(running.databaseUrl).projector, { renewMs: 600_000, lifeMs: 3_000 });
    // That of the projector, which renews it.
    await until('no other lease is left', async () => (await sessions(LEASES)) === 1);
    const lost = build({ store, open: slowly }, allProjections(), next.source, lease);
    await expect(lost).rejects.toBeInstanceOf(RebuildLost);
    await next.close();
    expect(differences(await readTables(running.databaseUrl, 'read'), before)).toEqual({});
  }, 120_000);

  it('waits for a batch that is under way, which would go on in the tables that it swaps in', async () => {
    await running.tracker.readSide.projector.stop();
    await report(200);
    const { store, open } = logOf(running);
    let [goOn, hasBegun] = [(): void => undefined, false];
    const asked = new Promise<void>((resolve) => (goOn = resolve));
    const slowly: Log['open'] = async (stored) => {
      hasBegun = true;
      await asked;
      return open(stored);
    };
    const live = await Follower.of(running, 'read');
    const lease = Lease.toFollow(roleUrls(running.databaseUrl).projector);
    const projector = new Projector({ store, open: slowly }, allProjections(), live.source, lease, (error) => {
      throw error;
    });
    const batch = projector.catchUp();
    await until('a batch is under way', () => hasBegun);
    let isSwapped = false;
    const rebuilt = rebuild().then(() => (isSwapped = true));
    await until('it waits to swap', async () => (await sessions(WAITS_TO_SWAP)) === 1);
    expect(isSwapped).toBe(false);
    goOn();
    expect(await batch).toBe(1);
    await rebuilt;
    await live.close();
    const after = await readTables(running.databaseUrl, 'read');
    await rebuild();
    expect(differences(await readTables(running.databaseUrl, 'read'), after)).toEqual({});
  }, 120_000);
});
