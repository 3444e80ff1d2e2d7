import { type TestDatabase, testDatabase } from '@promise/testing';
import type { Pool } from 'pg';
import { createPool, migrate, type Role, ROLES, roleUrls } from './index';
import { migrations } from './migrations';

let database: TestDatabase;
const pools = new Map<Role, Pool>();

/** Runs SQL as one of the roles; the owner's is the login that migrates, a superuser here. */
const as = (role: Role, sql: string): Promise<unknown[]> =>
  (pools.get(role) ?? raise(role)).query<Record<string, unknown>>(sql).then(({ rows }) => rows);
const raise = (role: Role): never => {
  throw new Error(`no pool for ${role}`);
};

beforeAll(async () => {
  database = await testDatabase();
  const urls = roleUrls(database.url);
  // From several processes at once, and once more.
  await Promise.all([migrate(urls.owner), migrate(urls.owner), migrate(urls.owner)]);
  await migrate(urls.owner);
  for (const role of Object.keys(ROLES) as Role[]) {
    pools.set(role, createPool(urls[role], { applicationName: `test-${role}`, max: 1 }));
  }
  await as('application', appendOf('a/b/c', -1));
});
afterAll(async () => {
  await Promise.all([...pools.values()].map((pool) => pool.end()));
  await database.drop();
});

const appendOf = (stream: string, expected: number): string =>
  `SELECT * FROM log.append('{${stream}}', '{${expected}}', '{1}', ARRAY[gen_random_uuid()], '{T}', '{1}', '{1}', 'ab')`;
const CHANGES = [
  "UPDATE log.event SET payload = 'x'",
  'DELETE FROM log.event',
  'TRUNCATE log.event',
  'TRUNCATE log.event CASCADE',
  'UPDATE log.head SET position = 0',
  'DELETE FROM log.head',
  'TRUNCATE log.head',
];
const INSERT = `INSERT INTO log.event VALUES (2, 'a', 0, gen_random_uuid(), 'T', '', '')`;

describe('migrate', () => {
  it('makes everything once, all of it owned by the owner role, and nothing in public', async () => {
    const tables = await as(
      'owner',
      `SELECT schemaname || '.' || tablename AS name, tableowner AS owner FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    const names = [
      'access.account',
      'access.failed_attempt',
      'access.identity',
      'access.inspector_read',
      'access.link',
      'access.open_id_sign_in',
      'access.recovery_code',
      'access.second_factor',
      'access.session',
      'access.sign_in_half_way',
      'access.token',
      'files.file',
      'log.event',
      'log.head',
      'meta.migration',
      'vault.secret',
      'vault.subject_key',
      'work.job',
      'work.purged',
    ];
    expect(tables).toEqual(names.map((name) => ({ name, owner: 'promise_owner' })));
    expect(await as('owner', 'SELECT count(*)::int AS count FROM meta.migration')).toEqual([
      { count: migrations.length },
    ]);
  });

  it('connects each role under its own name', async () => {
    for (const role of ['application', 'projector', 'vault'] as const) {
      expect(await as(role, "SELECT current_user::text AS who, current_setting('application_name') AS app")).toEqual([
        { who: ROLES[role], app: `test-${role}` },
      ]);
    }
  });
});

describe('the log', () => {
  describe.each(['application', 'projector', 'vault'] as const)('as %s', (role) => {
    it.each([...CHANGES, INSERT])('refuses %s', async (sql) => {
      await expect(as(role, sql)).rejects.toThrow(/permission denied/);
    });
  });

  it.each(CHANGES)('refuses the owner %s, too', async (sql) => {
    await expect(as('owner', sql)).rejects.toThrow(/is refused: the log only grows/);
    await expect(as('owner', `SET session_replication_role = replica; ${sql}`)).rejects.toThrow(/the log only grows/);
    await as('owner', 'RESET session_replication_role');
  });

  it('is appended to by the application alone', async () => {
    await expect(as('projector', appendOf('a/b/d', -1))).rejects.toThrow(/permission denied/);
    await expect(as('vault', appendOf('a/b/d', -1))).rejects.toThrow(/permission denied/);
    expect(await as('application', appendOf('a/b/c', 0))).toMatchObject([{ outcome: 'appended', last_version: 1 }]);
  });

  it('is read by application and projector, not by the vault', async () => {
    for (const role of ['application', 'projector'] as const) {
      expect(await as(role, 'SELECT DISTINCT stream FROM log.event, log.head')).toEqual([{ stream: 'a/b/c' }]);
    }
    await expect(as('vault', 'SELECT FROM log.event')).rejects.toThrow(/permission denied/);
  });
});

describe('the read side', () => {
  it("is the projector's to build, swap and drop, and the application's to read", async () => {
    await as('projector', 'CREATE SCHEMA read; CREATE TABLE read.row AS SELECT 1 AS n');
    await as('projector', 'CREATE SCHEMA read_next; CREATE TABLE read_next.row AS SELECT 2 AS n');
    expect(await as('application', 'SELECT n FROM read.row')).toEqual([{ n: 1 }]);
    await as('projector', 'DROP SCHEMA read CASCADE; ALTER SCHEMA read_next RENAME TO read');
    expect(await as('application', 'SELECT n FROM read.row')).toEqual([{ n: 2 }]);
    for (const sql of ['INSERT INTO read.row VALUES (3)', 'DELETE FROM read.row', 'CREATE TABLE read.other (n int)']) {
      await expect(as('application', sql)).rejects.toThrow(/permission denied/);
    }
    await expect(as('vault', 'SELECT n FROM read.row')).rejects.toThrow(/permission denied/);
  });
});

describe('vault and files', () => {
  it('keep keys for the vault alone, which cannot remove a row', async () => {
    await as('vault', "INSERT INTO vault.subject_key (subject, key) VALUES ('s', 'k')");
    await as('vault', "INSERT INTO vault.secret VALUES ('n', 'v')");
    for (const role of ['application', 'projector'] as const) {
      await expect(as(role, 'SELECT FROM vault.subject_key')).rejects.toThrow(/permission denied/);
      await expect(as(role, 'SELECT FROM vault.secret')).rejects.toThrow(/permission denied/);
    }
    await expect(as('vault', 'DELETE FROM vault.subject_key')).rejects.toThrow(/permission denied/);
    await expect(as('vault', 'UPDATE vault.subject_key SET destroyed_at = now()')).rejects.toThrow(/key_or_destroyed/);
    await as('vault', 'UPDATE vault.subject_key SET key = NULL, destroyed_at = now()');
  });

  it('let the application add and read a file, and not change it', async () => {
    await as(
      'application',
      `INSERT INTO files.file (id, partnership, subject, media_type, size, sha256, sealed, wrapped_key)
       VALUES (gen_random_uuid(), 'north-lanarkshire', 's', 'text/plain', 1, repeat('0', 64), 'x', 'k')`,
    );
    expect(await as('application', 'SELECT size FROM files.file')).toEqual([{ size: 1 }]);
    await expect(as('application', 'UPDATE files.file SET size = 2')).rejects.toThrow(/permission denied/);
    await expect(as('application', 'DELETE FROM files.file')).rejects.toThrow(/permission denied/);
    await expect(as('projector', 'SELECT FROM files.file')).rejects.toThrow(/permission denied/);
  });
});

describe('what inspectors read', () => {
  const READ = `INSERT INTO access.inspector_read (person, partnership, action, method, path, status, exported)
    VALUES (gen_random_uuid(), 'north-lanarkshire', 'trail.read', 'GET', '/p/north-lanarkshire/trail', 200, false)`;

  it('is added to and read by the application, which changes and removes nothing', async () => {
    await as('application', READ);
    expect(await as('application', 'SELECT action FROM access.inspector_read')).toEqual([{ action: 'trail.read' }]);
    for (const sql of [
      "UPDATE access.inspector_read SET action = 'x'",
      'DELETE FROM access.inspector_read',
      'TRUNCATE access.inspector_read',
    ]) {
      await expect(as('application', sql)).rejects.toThrow(/permission denied/);
    }
    for (const role of ['projector', 'vault'] as const) {
      await expect(as(role, 'SELECT FROM access.inspector_read')).rejects.toThrow(/permission denied/);
    }
    await as('owner', 'DELETE FROM access.inspector_read');
  });
});

describe('work', () => {
  const IMPORT = `INSERT INTO work.job (id, kind, partnership, state, sealed, wrapped_key)
    VALUES (gen_random_uuid(), 'import', 'north-lanarkshire', 'waiting', 'x', 'k')`;
  const REBUILD = "INSERT INTO work.job (id, kind, state) VALUES (gen_random_uuid(), 'rebuild', 'running')";

  it('is the application’s to note and to clear away, but no file is put in the place of another', async () => {
    await as('application', IMPORT);
    await as('application', "UPDATE work.job SET state = 'running', beat_at = now()");
    for (const sql of ["UPDATE work.job SET sealed = 'y'", "UPDATE work.job SET partnership = 'south-lanarkshire'"]) {
      await expect(as('application', sql)).rejects.toThrow(/permission denied/);
    }
    await as('application', 'DELETE FROM work.job');
    for (const role of ['projector', 'vault'] as const) {
      await expect(as(role, 'SELECT FROM work.job')).rejects.toThrow(/permission denied/);
    }
  });

  it('is one rebuild at a time', async () => {
    await as('application', REBUILD);
    await expect(as('application', REBUILD)).rejects.toThrow(/one_rebuild/);
    await as('application', "UPDATE work.job SET state = 'done'");
    await as('application', REBUILD);
  });
});
