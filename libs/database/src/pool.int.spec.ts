import { Line, type TestDatabase, testDatabase } from '@promise/testing';
import type { Pool } from 'pg';
import { createDataSource } from './data-source';
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

  it('outlives the loss of a connection that somebody holds between two questions', async () => {
    const client = await pool.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const ended = new Promise((resolve) => client.once('end', resolve));
    await pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await ended;
    await expect(client.query('SELECT 1')).rejects.toThrow();
    client.release(true);
    expect(await answer()).toBe(1);
  });

  it('is the same to a data source', async () => {
    const source = await createDataSource({ url: database.url, applicationName: 'test' }).initialize();
    const { master } = source.driver as unknown as { readonly master: Pool };
    const client = await master.connect();
    const ended = new Promise((resolve) => client.once('end', resolve));
    await pool.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    await ended;
    client.release(true);
    expect(await source.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await source.destroy();
  });
});
