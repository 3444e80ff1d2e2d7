import { Client } from 'pg';
import { testDatabase } from './index';

describe('testDatabase', () => {
  it('gives an empty database of its own with all rights in it, and drops it under open connections', async () => {
    const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
    const client = new Client({ connectionString: one.url });
    const lost = new Promise((resolve) => client.on('error', resolve));
    await client.connect();
    await client.query('CREATE ROLE only_here; DROP ROLE only_here; CREATE TABLE t (a int); INSERT INTO t VALUES (1)');
    expect((await client.query('SELECT a FROM t')).rows).toEqual([{ a: 1 }]);
    await one.drop();
    expect(await lost).toHaveProperty('message', expect.stringContaining('terminating connection'));
    await one.drop();
    await expect(new Client({ connectionString: one.url }).connect()).rejects.toThrow('does not exist');
    const second = new Client({ connectionString: other.url });
    await second.connect();
    expect((await second.query("SELECT to_regclass('t') AS found")).rows).toEqual([{ found: null }]);
    await second.end();
    await other.drop();
  });
});
