import { migrate, roleUrls } from '@promise/database';
import { Line, type TestDatabase, testDatabase } from '@promise/testing';
import { Client } from 'pg';
import { until } from '../../../../test/support/until';
import { event, everything, newStream } from '../contract/events';
import { NO_STREAM, StoreUnavailable } from '../event-store.port';
import { ensureDurable } from './durability';
import { PostgresEventStore } from './postgres-event-store';

let database: TestDatabase;
let application: string;
let line: Line;
const stores: PostgresEventStore[] = [];

async function open(url: string, patienceMs = 10_000): Promise<PostgresEventStore> {
  const store = await PostgresEventStore.open({ url, applicationName: 'recovery', patienceMs });
  stores.push(store);
  return store;
}

/** Ends the server's side of connections; how many there were. */
async function terminate(application: string): Promise<number> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const { rowCount } = await client.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database()',
    [application],
  );
  await client.end();
  return rowCount ?? 0;
}

beforeAll(async () => {
  database = await testDatabase();
  const urls = roleUrls(database.url);
  application = urls.application;
  await migrate(urls.owner);
});
beforeEach(() => {
  line = new Line(new URL(application));
});
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await line.cut();
});
afterAll(() => database.drop());

describe('PostgresEventStore, when things break', () => {
  it('writes each append exactly once while its connection is ended again and again', async () => {
    const store = await open(application);
    const before = (await everything(store)).length;
    let answered = 0;
    let ended = 0;
    const writers = Array.from({ length: 16 }, async () => {
      const stream = newStream();
      for (let version = NO_STREAM; version < 40; version += 1) {
        await store.append(stream, version, [event()]);
        // The other writers' appends are on their way now.
        if ((answered += 1) % 50 !== 0) continue;
        const count = await terminate('recovery-writer');
        ended += count;
      }
    });
    await Promise.all(writers);
    expect(ended).toBeGreaterThan(0);
    expect(await everything(store)).toHaveLength(before + 16 * 41);
  });

  it('settles an append whose answer was lost on the way', async () => {
    const store = await open(await line.open());
    let answers = 0;
    line.loses = (answer) => /appended|already/.test(answer.toString('latin1')) && (answers += 1) < 3;
    const stream = newStream();
    const { version } = await store.append(stream, NO_STREAM, [event(), event()]);
    expect([version, answers]).toEqual([1, 3]);
    expect(await store.readStream(stream)).toHaveLength(2);
  });

  it('says that the outcome is in doubt when the server does not come back, and that it cannot be read', async () => {
    const url = await line.open();
    const store = await open(url, 3_000);
    await line.cut();
    await expect(store.append(newStream(), NO_STREAM, [event()])).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.readAll(null, 1)).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(open(url, 300)).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('gives up on a server that says nothing', async () => {
    const store = await open(await line.open(), 3_000);
    line.carries = () => false;
    const asked = [1, 2, 3].map(() => store.append(newStream(), NO_STREAM, [event()]));
    for (const each of await Promise.allSettled(asked)) {
      expect(each).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) as unknown });
    }
  });

  it('leaves a connection that went silent for a new one', async () => {
    const store = await open(await line.open(), 6_000);
    line.carries = (connection) => connection > 0;
    const stream = newStream();
    await store.append(stream, NO_STREAM, [event()]);
    expect(await store.readStream(stream)).toHaveLength(1);
  });

  it('hears of appends again after the connection that listens was ended', async () => {
    const store = await open(application);
    const { position } = await store.append(newStream(), NO_STREAM, [event()]);
    const follower = await open(application);
    await follower.waitForMore(null, 600_000);
    await until('it hears', () => follower.subscription === 'live');
    expect(await terminate('recovery-listener')).toBe(1);
    const woken = follower.waitForMore(position, 600_000);
    await store.append(newStream(), NO_STREAM, [event()]);
    await woken;
  });

  it('says when it no longer hears of appends, and when it does again', async () => {
    const follower = await open(await line.open());
    await follower.waitForMore(null, 1);
    await until('it hears', () => follower.subscription === 'live');
    let isBroken = true;
    line.loses = () => isBroken;
    line.interrupt();
    await until('it is lost', () => follower.subscription === 'lost');
    isBroken = false;
    await until('it hears again', () => follower.subscription === 'live');
  });

  it('commits synchronously where the server would not', async () => {
    const client = new Client({ connectionString: application });
    await client.connect();
    await client.query('SET synchronous_commit = off');
    await ensureDurable(client);
    expect((await client.query('SHOW synchronous_commit')).rows).toEqual([{ synchronous_commit: 'on' }]);
    await client.end();
  });
});
