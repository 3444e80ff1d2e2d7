import { Line, type TestDatabase, testDatabase } from '@promise/testing';
import type { Pool } from 'pg';
import { inTransaction } from './in-transaction';
import { createPool } from './pool';

describe('a pool', () => {
  let database: TestDatabase;
  let line: Line;
  let pool: Pool;

  beforeEach(async () => {
    database = await testDatabase();
    line = new Line(new URL(database.url));
    const onIdleError = (error: Error): never => {
      throw error;
    };
    pool = createPool(await line.open(), { applicationName: 'test', max: 2, patienceMs: 500, onIdleError });
  });
  afterEach(async () => {
    await pool.end();
    await line.cut();
    await database.drop();
  });

  const answer = async (): Promise<unknown> => (await pool.query<{ one: number }>('SELECT 1 AS one')).rows[0]?.one;

  it('gives up connections that have gone silent, and works on others', async () => {
    await Promise.all([answer(), answer()]);
    line.answers = (connection) => connection >= 2;
    const lost = await Promise.allSettled([answer(), inTransaction(pool, (client) => client.query('SELECT 1'))]);
    expect(lost.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await Promise.all([answer(), answer()])).toEqual([1, 1]);
  });
});
