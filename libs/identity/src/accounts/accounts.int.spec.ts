import { createPool, migrate, roleUrls } from '@promise/database';
import { type TestDatabase, testDatabase } from '@promise/testing';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { HalfWay } from '../second-factor/half-way';
import { Sessions } from '../sessions';
import { SignedOut, Tokens } from '../tokens';
import { Accounts } from './accounts';
import { PasswordChanged, type Proven } from './stamp';

const [OLD, NEW] = ['three quiet otters', 'another three otters'];
const ADDRESS = '192.0.2.1';

let database: TestDatabase;
let pools: Pool[];
let watching: Pool;

beforeAll(async () => {
  database = await testDatabase();
  const { owner, application } = roleUrls(database.url);
  await migrate(owner);
  const onIdleError = (error: Error): never => {
    throw error;
  };
  // A transaction that is begun in the last one goes on, as it has one connection.
  watching = createPool(owner, { applicationName: 'test', max: 1, onIdleError });
  pools = [2, 2, 1].map((max) => createPool(application, { applicationName: 'test', max, onIdleError }));
});

afterAll(async () => {
  for (const pool of [...pools, watching]) await pool.end();
  await database.drop();
});

const noRoles = (): string => "'{}'::text[]";

describe('accounts on several servers', () => {
  let servers: Accounts[];
  let accounts: Accounts;
  let sessions: Sessions;
  let halfWay: HalfWay;
  let single: Pool;
  let person: string;
  let signInName: string;

  beforeEach(async () => {
    const [one, other, ofOne] = pools as [Pool, Pool, Pool];
    servers = [new Accounts(one), new Accounts(other)];
    [accounts, sessions, halfWay, single] = [new Accounts(one), new Sessions(one, noRoles), new HalfWay(one), ofOne];
    person = randomUUID();
    signInName = `sanda-${person}`;
    await accounts.create({ person, name: 'Sanda Pladda', appearsAs: null });
  });

  /** Who gave the right password. */
  async function proven(): Promise<Proven> {
    await accounts.takeUp(await accounts.linkFor(person), { signInName, password: OLD });
    const outcome = await accounts.withPassword({ signInName, password: OLD }, ADDRESS);
    if (!outcome.proven) throw new Error('this is the password');
    return outcome.proven;
  }

  it('have one link that is good, however many are made at once', async () => {
    for (let round = 0; round < 10; round++) {
      const tokens = await Promise.all(servers.flatMap((each) => [each.linkFor(person), each.linkFor(person)]));
      const good = await Promise.all(tokens.map((token) => accounts.behind(token)));
      expect(good.filter((account) => account !== null)).toHaveLength(1);
    }
  });

  it('are taken up once by a link that comes twice at once', async () => {
    const link = await accounts.linkFor(person);
    const takenUp = await Promise.all(servers.map((each) => each.takeUp(link, { signInName, password: OLD })));
    expect(takenUp.filter((each) => each !== null)).toHaveLength(1);
  });

  it('take one of two new passwords at once for the same old one', async () => {
    await proven();
    const passwords = [NEW, `${NEW} more`];
    const taken = await Promise.all(servers.map((each, n) => each.changePassword(person, OLD, passwords[n] ?? '')));
    expect(taken.filter((each) => each !== null)).toHaveLength(1);
  });

  it('let nobody in by a password that was changed before they were', async () => {
    const before = await proven();
    await accounts.changePassword(person, OLD, NEW);
    await expect(sessions.open(before)).rejects.toThrow(PasswordChanged);
    await expect(halfWay.begin(before)).rejects.toThrow(PasswordChanged);
  });

  it('let nobody in by a password that is being changed', async () => {
    const before = await proven();
    await sessions.open(before);
    const code = await halfWay.begin(before);
    await single.query('BEGIN');
    await single.query('SELECT FROM access.session WHERE person = $1 FOR UPDATE', [person]);
    // It has changed the password, and waits to end the session.
    const changing = accounts.changePassword(person, OLD, NEW);
    await waitingFor(1);
    const opening = sessions.open(before);
    await waitingFor(2);
    await single.query('COMMIT');
    await expect(opening).rejects.toThrow(PasswordChanged);
    expect(await changing).not.toBeNull();
    expect(await sessions.of(person)).toEqual([]);
    expect(await sessions.openFromHalfWay(code)).toBeNull();
  });

  it('sign out whoever is being let in while the password is changed', async () => {
    const before = await proven();
    await single.query('BEGIN');
    await new Sessions(single, noRoles).open(before);
    const changing = accounts.changePassword(person, OLD, NEW);
    await waitingFor(1);
    await single.query('COMMIT');
    expect(await changing).not.toBeNull();
    expect(await sessions.of(person)).toEqual([]);
  });

  it('sign out whoever is being let in by a second factor while the password is changed', async () => {
    const code = await halfWay.begin(await proven());
    await single.query('BEGIN');
    expect(await new Sessions(single, noRoles).openFromHalfWay(code)).not.toBeNull();
    const changing = accounts.changePassword(person, OLD, NEW);
    await waitingFor(1);
    await single.query('COMMIT');
    expect(await changing).not.toBeNull();
    expect(await sessions.of(person)).toEqual([]);
  });

  it('keep no token that is being made while the password is changed, and make none after', async () => {
    const session = await sessions.open(await proven());
    const wanted = { name: 'Sheet', mayRecord: false, days: 30 };
    await single.query('BEGIN');
    await new Tokens(single, noRoles).make(person, wanted, session);
    const changing = accounts.changePassword(person, OLD, NEW);
    await waitingFor(1);
    await single.query('COMMIT');
    expect(await changing).not.toBeNull();
    const tokens = new Tokens(single, noRoles);
    expect(await tokens.of(person)).toEqual([]);
    await expect(tokens.make(person, wanted, session)).rejects.toThrow(SignedOut);
  });

  it('are let in once from half way, however often the code comes at once', async () => {
    const code = await halfWay.begin(await proven());
    const opened = await Promise.all([1, 2, 3].map(() => sessions.openFromHalfWay(code)));
    expect(opened.filter((token) => token !== null)).toHaveLength(1);
  });

  /** So many connections wait for locks of others. */
  async function waitingFor(count: number): Promise<void> {
    for (;;) {
      const { rows } = await watching.query<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (rows[0]?.waiting === count) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
});
