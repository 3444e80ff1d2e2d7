import { EventEmitter, once } from 'node:events';
import { createPool, migrate, roleUrls } from '@promise/database';
import { type TestDatabase, testDatabase } from '@promise/testing';
import type { Pool } from 'pg';
import { keyVaultContract } from '../key-vault.contract';
import { DESTROYED } from '../key-vault.port';
import { PostgresKeyVault } from './postgres-key-vault';

describe('PostgresKeyVault', () => {
  let database: TestDatabase;
  let pool: Pool;
  let application: Pool;
  let superuser: Pool;

  beforeAll(async () => {
    database = await testDatabase();
    await migrate(database.url);
    pool = createPool(roleUrls(database.url).vault, { applicationName: 'vault-test' });
    superuser = createPool(database.url, { applicationName: 'vault-test' });
    application = createPool(roleUrls(database.url).application, { applicationName: 'vault-test' });
  });

  afterAll(async () => {
    await Promise.all([pool, application, superuser].map((each) => each.end()));
    await database.drop();
  });

  keyVaultContract(() => new PostgresKeyVault(pool));

  it('gives several servers one key for each of many subjects asked for at once in any order', async () => {
    const subjects = Array.from({ length: 300 }, (_, n) => `many/${n}`);
    const servers = Array.from({ length: 4 }, () => new PostgresKeyVault(pool));
    const answers = await Promise.all(
      servers.map((server, n) => {
        const order = n % 2 === 0 ? subjects : [...subjects].reverse();
        return Promise.all(order.map(async (subject) => [subject, await server.keyFor(subject)] as const));
      }),
    );
    const stored = await new PostgresKeyVault(pool).keysOf(subjects);
    expect(stored.size).toBe(300);
    for (const answer of answers) expect(new Map(answer)).toEqual(stored);
  });

  it('waits for a key that another process is just making', async () => {
    const other = await pool.connect();
    let asked: Promise<Uint8Array>;
    try {
      await other.query('BEGIN');
      await other.query("INSERT INTO vault.subject_key (subject, key) VALUES ('slow', '\\x01')");
      asked = new PostgresKeyVault(pool).keyFor('slow');
      await untilBlocked();
      await other.query('COMMIT');
    } finally {
      other.release();
    }
    expect(Buffer.from(await asked)).toEqual(Buffer.from([1]));
  });

  it('takes keys in one order, so that two servers never wait for each other', async () => {
    const other = await pool.connect();
    let asked: Promise<unknown>;
    try {
      await other.query('BEGIN');
      await other.query("INSERT INTO vault.subject_key (subject, key) VALUES ('order/a', '\\x01')");
      const vault = new PostgresKeyVault(pool);
      asked = Promise.all([vault.keyFor('order/b'), vault.keyFor('order/a')]);
      await untilBlocked();
      await other.query("INSERT INTO vault.subject_key (subject, key) VALUES ('order/b', '\\x02')");
      await other.query('COMMIT');
    } finally {
      other.release();
    }
    expect(await asked).toEqual([Buffer.from([2]), Buffer.from([1])]);
  });

  it('keeps a key destroyed when an answer from before the destruction comes late', async () => {
    const key = await new PostgresKeyVault(pool).keyFor('late');
    const { slow, hasRead, letGo } = slowToAnswer();
    const vault = new PostgresKeyVault(slow);
    const late = vault.keysOf(['late']);
    await hasRead;
    await vault.destroy('late');
    letGo();
    expect(await late).toEqual(new Map([['late', key]]));
    expect(await vault.keysOf(['late'])).toEqual(new Map([['late', DESTROYED]]));
  });

  it('asks again for a secret that it failed to get', async () => {
    const vault = new PostgresKeyVault(pool);
    await superuser.query('ALTER TABLE vault.secret RENAME TO hidden');
    await expect(vault.secret('digest')).rejects.toThrow('relation "vault.secret" does not exist');
    await superuser.query('ALTER TABLE vault.hidden RENAME TO secret');
    expect(await vault.secret('digest')).toHaveLength(32);
  });

  it('asks again for a destruction by another server as soon as nothing may be remembered', async () => {
    const [here, there] = [new PostgresKeyVault(pool, { rememberedFor: 0 }), new PostgresKeyVault(pool)];
    await here.keyFor('elsewhere');
    await there.destroy('elsewhere');
    expect(await here.keysOf(['elsewhere'])).toEqual(new Map([['elsewhere', DESTROYED]]));
  });

  it('answers from memory what it was told a moment ago', async () => {
    const vault = new PostgresKeyVault(pool);
    const key = await vault.keyFor('remembered');
    await pool.query("UPDATE vault.subject_key SET key = '\\x02' WHERE subject = 'remembered'");
    expect(await vault.keyFor('remembered')).toEqual(key);
    expect(await vault.keysOf(['remembered'])).toEqual(new Map([['remembered', key]]));
  });

  it('leaves nothing of a destroyed key in the table, and the day it first was', async () => {
    const vault = new PostgresKeyVault(pool);
    await vault.keyFor('gone');
    await vault.destroy('gone');
    const stored = "SELECT key, destroyed_at FROM vault.subject_key WHERE subject = 'gone'";
    const { rows } = await pool.query(stored);
    expect(rows).toEqual([{ key: null, destroyed_at: expect.any(Date) as Date }]);
    await vault.destroy('gone');
    expect((await pool.query(stored)).rows).toEqual(rows);
  });

  it('is closed to the role of the application', async () => {
    const vault = new PostgresKeyVault(application);
    await expect(vault.keyFor('anyone')).rejects.toThrow('permission denied for schema vault');
    await expect(vault.secret('any')).rejects.toThrow('permission denied for schema vault');
    await expect(vault.secret('any')).rejects.toThrow('permission denied for schema vault');
  });

  /** The same pool; what it reads arrives only once it is let go. */
  function slowToAnswer(): { slow: Pool; hasRead: Promise<unknown>; letGo: () => void } {
    const gate = new EventEmitter();
    const opened = once(gate, 'open');
    const hasRead = once(gate, 'read');
    const query = async (text: string, values: unknown[]): Promise<unknown> => {
      const answer = await pool.query(text, values);
      if (text.startsWith('SELECT')) {
        gate.emit('read');
        await opened;
      }
      return answer;
    };
    const slow = Object.create(pool, { query: { value: query } }) as Pool;
    return { slow, hasRead, letGo: () => gate.emit('open') };
  }

  async function untilBlocked(): Promise<void> {
    for (;;) {
      const { rowCount } = await superuser.query(
        `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      );
      if (rowCount) return;
    }
  }
});
