import { createPool, migrate, roleUrls } from '@promise/database';
import { type TestDatabase, testDatabase } from '@promise/testing';
import type { Pool } from 'pg';
import { Attempts, ofPassword } from './attempts';

const ADDRESS = '192.0.2.1';

let database: TestDatabase;
let pools: Pool[];

/** A pool of one connection, so that a transaction begun in it goes on. */
function poolOfOne(): Pool {
  const onIdleError = (error: Error): never => {
    throw error;
  };
  return createPool(roleUrls(database.url).owner, { applicationName: 'test', max: 1, onIdleError });
}

beforeAll(async () => {
  database = await testDatabase();
  await migrate(roleUrls(database.url).owner);
  pools = [poolOfOne(), poolOfOne()];
});

afterAll(async () => {
  for (const pool of pools) await pool.end();
  await database.drop();
});

describe('attempts to sign in', () => {
  it('are let through from one address at the same time, whoever began first', async () => {
    const [first, second] = pools as [Pool, Pool];
    await first.query('BEGIN');
    // From here on the time of this transaction stands still.
    await first.query('SELECT now()');
    expect(await new Attempts(second).begin(ofPassword('second', ADDRESS))).toBe(true);
    expect(await new Attempts(second).begin(ofPassword('second', ADDRESS))).toBe(true);
    expect(await new Attempts(first).begin(ofPassword('first', ADDRESS))).toBe(true);
    await new Attempts(first).succeeded(ofPassword('first', ADDRESS));
    await first.query('COMMIT');
  });

  it('wait once too many have failed, and one that succeeded makes nobody wait', async () => {
    const [pool] = pools as [Pool];
    const attempts = new Attempts(pool);
    const answers = [];
    for (let n = 0; n < 7; n++) answers.push(await attempts.begin(ofPassword('third', ADDRESS)));
    expect(answers).toEqual([true, true, true, true, true, true, false]);
    const another = ofPassword('fourth', ADDRESS);
    expect(await attempts.begin(another)).toBe(true);
    await attempts.succeeded(another);
    expect(await attempts.begin(another)).toBe(true);
  });
});
