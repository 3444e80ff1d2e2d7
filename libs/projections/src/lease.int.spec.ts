import { migrate, roleUrls } from '@promise/database';
import { type TestDatabase, testDatabase } from '@promise/testing';
import { Client } from 'pg';
import { type Held, Lease, LEASE_IS_HELD } from './lease';

const never = new AbortController().signal;
const nothing = (): void => undefined;

let database: TestDatabase;
const held: Held[] = [];

async function take(lease: Lease, signal = never, onWaiting = nothing): Promise<Held> {
  const taken = await lease.take(signal, onWaiting);
  if (!taken) throw new Error('the lease was not taken');
  held.push(taken);
  return taken;
}

const lease = (times?: Parameters<typeof Lease.toFollow>[1]): Lease =>
  Lease.toFollow(roleUrls(database.url).projector, times);

async function ask(sql: string): Promise<unknown> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

/** Resolves once another process was seen to have it. */
function waiting(signal?: AbortSignal): { seen: Promise<void>; taken: Promise<Held> } {
  let see = nothing;
  const seen = new Promise<void>((resolve) => (see = resolve));
  return { seen, taken: take(lease(), signal, see) };
}

beforeAll(async () => {
  database = await testDatabase();
  await migrate(roleUrls(database.url).owner);
});
afterEach(async () => {
  await Promise.all(held.splice(0).map((each) => each.giveBack()));
});
afterAll(() => database.drop());

describe('the lease of the projector', () => {
  it('is had by one at a time, and by the next when it is given back', async () => {
    expect(await ask(LEASE_IS_HELD)).toBe(false);
    const first = await take(lease());
    expect(await ask(LEASE_IS_HELD)).toBe(true);
    const second = waiting();
    await second.seen;
    await first.giveBack();
    await second.taken;
    expect(await ask(LEASE_IS_HELD)).toBe(true);
  });

  it('is lost with its session, and whoever had it is told', async () => {
    const first = await take(lease());
    const second = waiting();
    await second.seen;
    const lost = new Promise((resolve) => {
      first.lost.addEventListener('abort', resolve);
    });
    await ask(`SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_stat_activity USING (pid)
               WHERE locktype = 'advisory' AND granted AND datname = current_database()
                 AND application_name = 'promise-lease'`);
    await lost;
    await second.taken;
  });

  it('is taken by PostgreSQL from whoever is not heard of', async () => {
    const silent = await take(lease({ renewMs: 600_000, lifeMs: 3_000 }));
    const second = await take(lease());
    expect([silent.lost.aborted, second.lost.aborted]).toEqual([true, false]);
  });

  it('is kept by whoever says in time that it works', async () => {
    const first = await take(lease({ renewMs: 20, lifeMs: 3_000 }));
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(first.lost.aborted).toBe(false);
  });

  it('is waited for no longer than wanted', async () => {
    await take(lease());
    const stop = new AbortController();
    expect(
      await lease().take(stop.signal, () => {
        stop.abort();
      }),
    ).toBeNull();
  });

  it('says so when the database cannot be reached', async () => {
    const gone = Lease.toFollow('postgres://nobody@127.0.0.1:1/nothing');
    await expect(gone.take(never, nothing)).rejects.toThrow('ECONNREFUSED');
  });
});
