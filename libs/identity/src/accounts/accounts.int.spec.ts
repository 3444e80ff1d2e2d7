import { createPool, migrate, roleUrls } from '@promise/database';
import { type TestDatabase, testDatabase } from '@promise/testing';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { Accounts } from './accounts';

let database: TestDatabase;
let pools: Pool[];

beforeAll(async () => {
  database = await testDatabase();
  const { owner, application } = roleUrls(database.url);
  await migrate(owner);
  const onIdleError = (error: Error): never => {
    throw error;
  };
  pools = [1, 2].map(() => createPool(application, { applicationName: 'test', max: 2, onIdleError }));
});

afterAll(async () => {
  for (const pool of pools) await pool.end();
  await database.drop();
});

describe('accounts', () => {
  it('have one link that is good, however many are made at once', async () => {
    const servers = pools.map((pool) => new Accounts(pool));
    const [accounts] = servers as [Accounts];
    const person = randomUUID();
    await accounts.create({ person, name: 'Sanda Pladda', appearsAs: null });
    for (let round = 0; round < 10; round++) {
      const tokens = await Promise.all(servers.flatMap((each) => [each.linkFor(person), each.linkFor(person)]));
      const good = await Promise.all(tokens.map((token) => accounts.behind(token)));
      expect(good.filter((account) => account !== null)).toHaveLength(1);
    }
  });
});
