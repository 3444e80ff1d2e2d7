import { randomUUID } from 'node:crypto';
import { createDataSource } from '@promise/database';
import { type EventStore, MemoryEventStore } from '@promise/event-store';
import { type TestDatabase, testDatabase } from '@promise/testing';
import type { DataSource } from 'typeorm';
import { applyNextBatch } from './batch';
import { Lease } from './lease';
import { isOfThisLog } from './of-this-log';
import type { Projection } from './projection';
import { Projector } from './projector';
import { fingerprint, makeSchema, readEntities } from './read-schema';

const STREAMS = ['a', 'b', 'a', 'a', 'b'];
const counting: Projection = { version: 1, entities: [], handles: ['Counted'], apply: () => Promise.resolve() };
const logOf = (store: EventStore) => ({ store, open: () => Promise.resolve([]) });

let database: TestDatabase;
let source: DataSource;
let log: MemoryEventStore;
const ids = STREAMS.map(() => randomUUID());

/** A log whose events have these ids. */
async function logWith(given: readonly string[], streams = STREAMS): Promise<MemoryEventStore> {
  const store = new MemoryEventStore();
  const bytes = Buffer.from('{}');
  for (const [n, id] of given.entries()) {
    const stream = streams[n] ?? 'c';
    const { length } = await store.readStream(stream);
    await store.append(stream, length - 1, [{ id, type: 'Counted', envelope: bytes, payload: bytes }]);
  }
  return store;
}

beforeAll(async () => {
  database = await testDatabase();
  const options = { url: database.url, schema: 'read', applicationName: 'test', entities: readEntities([counting]) };
  source = await createDataSource(options).initialize();
});
beforeEach(async () => {
  log = await logWith(ids);
  const version = fingerprint(source, [counting]);
  await makeSchema(source, 'read', version);
  await source.transaction((manager) => applyNextBatch(logOf(log), [counting], manager, version));
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

describe('read models', () => {
  it('are of the log that they were built from, and of every longer one', async () => {
    expect(await isOfThisLog(source, log)).toBe(true);
    expect(await isOfThisLog(source, await logWith([...ids, randomUUID(), randomUUID()]))).toBe(true);
  });

  it.each<[string, () => Promise<EventStore>]>([
    ['an empty one', () => logWith([])],
    ['an older one', () => logWith(ids.slice(0, 4))],
    ['an older one with another event since', () => logWith([...ids.slice(0, 4), randomUUID()])],
    ['one with the event at another position', () => logWith([randomUUID(), ...ids], ['c', ...STREAMS])],
    ['another one', () => logWith(ids.map(() => randomUUID()))],
  ])('are not of %s', async (_, make) => {
    expect(await isOfThisLog(source, await make())).toBe(false);
  });

  it('are of any log while nothing was applied', async () => {
    await makeSchema(source, 'read', 'of a test');
    expect(await isOfThisLog(source, await logWith([randomUUID()]))).toBe(true);
    expect(await isOfThisLog(source, await logWith([]))).toBe(true);
  });

  it('follow no other log after theirs was out of reach', async () => {
    let isThere = false;
    const restored = await logWith([...ids.slice(0, 4), randomUUID(), randomUUID()]);
    const store = new Proxy(log, {
      get: (before, name: keyof EventStore) => {
        const whole = isThere ? restored : before;
        if (!isThere && name === 'readAll') return () => Promise.reject(new Error('gone'));
        return (whole[name] as () => unknown).bind(whole);
      },
    });
    const failures: string[] = [];
    const projector = new Projector(logOf(store), [counting], source, Lease.toFollow(database.url), ({ message }) => {
      failures.push(message);
      isThere = true;
      if (failures.length === 2) void projector.stop();
    });
    projector.start();
    while (failures.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    await projector.stop();
    expect(failures).toEqual(['gone', expect.stringMatching(/^the read models were built from another log/)]);
  });
});
