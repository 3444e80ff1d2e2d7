import { migrate, roleUrls } from '@promise/database';
import { type TestDatabase, testDatabase } from '@promise/testing';
import { Writer } from './writer';

describe('the connection that appends', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
    await migrate(database.url);
  });
  afterAll(() => database.drop());

  it('acts as the application, plans for index look-ups, and commits to disk', async () => {
    const writer = new Writer(roleUrls(database.url).application, 'writer-test', 5_000);
    const client = await writer.open();
    const { rows } = await client.query(`
      SELECT current_user AS role, current_setting('enable_seqscan') AS seqscan, current_setting('jit') AS jit,
        current_setting('plan_cache_mode') AS plans, current_setting('synchronous_commit') AS commit`);
    expect(rows).toEqual([
      { role: 'promise_application', seqscan: 'off', jit: 'off', plans: 'force_generic_plan', commit: 'on' },
    ]);
    await writer.close();
  });
});
