import { randomUUID } from 'node:crypto';
import { roleUrls } from '@promise/database';
import { canonicalBytes } from '@promise/kernel';
import { Lease, type Projection, Projector } from '@promise/projections';
import { Client } from 'pg';
import request from 'supertest';
import { allProjections } from '../../libs/tracker/src/projections';
import { Caller } from '../support/caller';
import { Follower, logOf } from '../support/follower';
import { differences, readTables } from '../support/read-tables';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { until } from '../support/until';

/** The same projection, failing on the given calls after its rows were written. */
function failingAt(projection: Projection, calls: readonly number[]): Projection {
  let call = 0;
  return {
    version: projection.version,
    entities: projection.entities,
    handles: projection.handles,
    async apply(events, manager) {
      await projection.apply(events, manager);
      call += 1;
      if (calls.includes(call)) throw new Error('The disk is full.');
    },
  };
}

describe('the projector', () => {
  let running: RunningTracker;
  let worker: Caller;

  beforeEach(async () => {
    running = await runningTracker({ projecting: false });
    worker = new Caller(running, 'worker');
  }, 120_000);
  afterEach(() => running.stop());

  const lease = (): Lease => Lease.toFollow(roleUrls(running.databaseUrl).projector);
  const applied = async (): Promise<number> => (await readTables(running.databaseUrl, 'read')).record?.length ?? 0;

  it('applies nothing twice and passes nothing over when a projection fails half-way', async () => {
    const whole = await readTables(running.databaseUrl, 'read');
    const failures: string[] = [];
    const projections = allProjections().map((each, n) => failingAt(each, [2 + n, 9 + n]));
    const follower = await Follower.of(running, 'read', projections);
    await follower.beginAnew('read');
    const projector = new Projector(logOf(running, 12), projections, follower.source, lease(), (error) => {
      failures.push(error.message);
    });
    projector.start();
    await until('all is applied', async () => (await applied()) === whole.record?.length);
    await projector.stop();
    await follower.close();
    expect(failures.length).toBeGreaterThan(2);
    expect(new Set(failures)).toEqual(new Set(['The disk is full.']));
    expect(projector.state).toEqual({ doing: 'nothing', failing: null });
    expect(differences(await readTables(running.databaseUrl, 'read'), whole)).toEqual({});
  }, 120_000);

  it('catches up no further once it is told to stop', async () => {
    const follower = await Follower.of(running, 'read');
    const { length } = (await readTables(running.databaseUrl, 'read')).record ?? [];
    await follower.beginAnew('read');
    const projector = new Projector(logOf(running), allProjections(), follower.source, lease(), () => undefined);
    expect(await projector.catchUp(AbortSignal.abort())).toBe(0);
    const told: number[] = [];
    expect(await projector.catchUp(undefined, (applied) => void told.push(applied))).toBe(length);
    expect(told).toEqual([length]);
    await follower.close();
  }, 120_000);

  it('that fails leaves the work to another one', async () => {
    const follower = await Follower.of(running, 'read');
    const failing = allProjections().map((each) => failingAt(each, [1, 2, 3, 4, 5, 6, 7, 8, 9]));
    const unused = (): void => undefined;
    const [first, second] = [failing, allProjections()].map(
      (projections) => new Projector(logOf(running), projections, follower.source, lease(), unused),
    );
    await worker.propose();
    first?.start();
    await until('it fails', () => first?.state.failing === 'The disk is full.');
    second?.start();
    await until('the other one works', () => second?.state.doing === 'working');
    await until('the first one sees that', () => first?.state.failing === null);
    expect(first?.state.doing).toBe('waiting');
    await Promise.all([first?.stop(), second?.stop()]);
    await follower.close();
  }, 120_000);

  it('takes turns with others, and may be stopped in the middle of a batch', async () => {
    const whole = await readTables(running.databaseUrl, 'read');
    const follower = await Follower.of(running, 'read');
    await follower.beginAnew('read');
    for (let first = true; (await applied()) < (whole.record?.length ?? 0); first = false) {
      const before = await applied();
      const projectors = [1, 5].map(
        (size) =>
          new Projector(logOf(running, size), allProjections(), follower.source, lease(), (error) => {
            throw error;
          }),
      );
      for (const projector of projectors) projector.start();
      if (!first) await until('something is applied', async () => (await applied()) > before);
      await Promise.all(projectors.map((projector) => projector.stop()));
    }
    await follower.close();
    expect(differences(await readTables(running.databaseUrl, 'read'), whole)).toEqual({});
  }, 120_000);

  it('applies each event once with others at the same time, where two believe to have the lease', async () => {
    const whole = await readTables(running.databaseUrl, 'read');
    const followers = await Promise.all([1, 2, 3].map(() => Follower.of(running, 'read')));
    await followers[0]?.beginAnew('read');
    await Promise.all(followers.map((each) => each.catchUp(4)));
    await Promise.all(followers.map((each) => each.close()));
    expect(differences(await readTables(running.databaseUrl, 'read'), whole)).toEqual({});
  }, 120_000);

  it('stops loudly at an event of a type that it does not know, and passes nothing over', async () => {
    const ready = () => request(running.server).get('/health/ready');
    running.tracker.readSide.projector.start();
    await worker.propose();
    expect((await worker.get('timeline')).status).toBe(200);
    expect((await ready()).status).toBe(200);
    await appendOfTheFuture();
    await until('health says that it is not ready', async () => (await ready()).status === 503);
    expect((await ready()).body).toMatchObject({ status: 'not-ready', projector: 'failing' });
    expect(running.logged.join('')).toContain('no read model knows events of type MilestoneCelebrated');
    const before = await readTables(running.databaseUrl, 'read');
    const later = await worker.post('milestones', { ...LATER });
    expect(later.status).toBe(201);
    const late = await worker.get('milestones');
    expect([late.status, late.headers['retry-after']]).toEqual([503, expect.any(String)]);
    await expect(running.tracker.readSide.rebuild()).rejects.toThrow('MilestoneCelebrated');
    expect(differences(await readTables(running.databaseUrl, 'read'), before)).toEqual({});
  }, 120_000);

  it('leaves read models alone that another version of the tracker built, and says so', async () => {
    running.tracker.readSide.projector.start();
    await worker.propose();
    expect((await worker.get('timeline')).status).toBe(200);
    const client = new Client({ connectionString: running.databaseUrl });
    await client.connect();
    await client.query("UPDATE read.checkpoint SET version = 'of another version'");
    await client.end();
    const before = await readTables(running.databaseUrl, 'read');
    expect((await worker.post('milestones', { ...LATER })).status).toBe(201);
    const ready = () => request(running.server).get('/health/ready');
    await until('health says that it is not ready', async () => (await ready()).body.projector === 'failing');
    expect((await ready()).body).toMatchObject({ status: 'not-ready' });
    expect(running.logged.join('')).toContain('the read models are those of another version of the tracker');
    expect(differences(await readTables(running.databaseUrl, 'read'), before)).toEqual({});
  }, 120_000);

  it.each([
    ['are of another log', `UPDATE read.checkpoint SET event = event || '{"id": "6f2a"}'`, ''],
    ['do not answer', 'BEGIN; LOCK TABLE read.checkpoint', 'ROLLBACK'],
  ])(
    'says that it is not ready where the read models %s',
    async (_, act, after) => {
      const ready = () => request(running.server).get('/health/ready').timeout(8_000);
      expect((await ready()).status).toBe(200);
      const client = new Client({ connectionString: running.databaseUrl });
      await client.connect();
      await client.query(act);
      expect((await ready()).status).toBe(503);
      await client.query(after);
      await client.end();
    },
    120_000,
  );

  /** As a newer version of the tracker would write it. */
  async function appendOfTheFuture(): Promise<void> {
    const [id, thing] = [randomUUID(), randomUUID()];
    const stream = `north-lanarkshire/milestone/${thing}`;
    const envelope = { id, type: 'MilestoneCelebrated', schemaVersion: 1, partnership: 'north-lanarkshire', stream };
    const event = { envelope: canonicalBytes(envelope), payload: canonicalBytes({}) };
    await running.tracker.store.append(stream, -1, [{ id, type: 'MilestoneCelebrated', ...event }]);
  }
});

const LATER = {
  title: 'Something later',
  foundation: 'care',
  horizon: '5-year',
  timescale: 'by March 2026',
  leads: ['CSP Board'],
};
