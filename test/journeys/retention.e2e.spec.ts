import { randomUUID } from 'node:crypto';
import { CommandBus, type Command } from '@nestjs/cqrs';
import { OPERATOR } from '@promise/identity';
import { DecideRetentionCommand } from '@promise/partnerships';
import { EndRoleCommand, GrantRoleCommand } from '@promise/people';
import type { CommandContext, Recorded } from '@promise/recording';
import { AccountRetention } from '@promise/tracker';
import { Client } from 'pg';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { SetClock } from '../support/set-clock';

const DAY_MS = 86_400_000;
const [NORTH, SOUTH] = ['north-lanarkshire', 'south-lanarkshire'] as const;

describe('how long accounts are kept', () => {
  const clock = new SetClock('2026-03-01T12:00:00.000Z');
  let running: RunningTracker;

  beforeAll(async () => {
    running = await runningTracker({ clock });
    await does(NORTH, (context) => new DecideRetentionCommand(context, { accountMonths: 1, reason: 'Short.' }));
  });
  afterAll(() => running.stop());

  async function does(partnership: string, command: (context: CommandContext) => Command<Recorded>): Promise<void> {
    const id = randomUUID();
    const ids = { commandId: id, causationId: id, correlationId: id };
    await running.app
      .get(CommandBus)
      .execute(command({ partnership, actor: OPERATOR, ...ids, basis: { kind: 'recorded' } }));
  }

  const grants = (partnership: string, person: string) =>
    does(partnership, (context) => new GrantRoleCommand(context, { person, role: 'board' }));
  const ends = (partnership: string, person: string) =>
    does(partnership, (context) => new EndRoleCommand(context, { person, role: 'board', reason: 'It is over.' }));
  const applied = (): Promise<number> => running.app.get(AccountRetention, { strict: false }).apply();

  /** Somebody with an account, a way to sign in, a token and an open link, in these partnerships. */
  async function somebody(...partnerships: readonly string[]): Promise<string> {
    const person = randomUUID();
    for (const partnership of partnerships) await grants(partnership, person);
    const { accounts, sessions, tokens } = running.tracker;
    await accounts.create({ person, name: 'Ailsa Unmistakable', appearsAs: null });
    await accounts.linkFor(person);
    await sessions.open({ person, stamp: null });
    await tokens.make(person, { name: 'Sheet', mayRecord: false, days: 30 });
    return person;
  }

  const isKept = async (person: string): Promise<boolean> => (await running.tracker.accounts.one(person)) !== null;

  it('deletes all of an account once every role has been over for so long everywhere, and once only', async () => {
    const [gone, stays, elsewhere] = [await somebody(NORTH), await somebody(NORTH), await somebody(NORTH, SOUTH)];
    const never = await somebody();
    const back = await somebody(NORTH);
    for (const person of [gone, elsewhere, back]) await ends(NORTH, person);
    expect(await applied()).toBe(0);
    clock.move(31 * DAY_MS);
    expect(await applied()).toBe(0);
    clock.move(DAY_MS);
    // Not shown by any read model yet when the work begins.
    await grants(NORTH, back);
    expect((await Promise.all([applied(), applied()])).reduce((sum, each) => sum + each, 0)).toBe(1);
    const kept = await Promise.all([gone, stays, elsewhere, never, back].map(isKept));
    expect(kept).toEqual([false, true, true, true, true]);
    expect(await rowsAbout(gone)).toEqual([]);
    expect((await rowsAbout(stays)).length).toBeGreaterThanOrEqual(4);
    const events = await running.tracker.store.readAll(null, 10_000);
    expect(events.some(({ payload }) => Buffer.from(payload).toString('utf8').includes(gone))).toBe(true);
  });

  it('deletes nobody where a partnership has not decided how long', async () => {
    const person = await somebody(SOUTH);
    await ends(SOUTH, person);
    clock.move(4_000 * DAY_MS);
    await applied();
    expect(await isKept(person)).toBe(true);
  });

  it('leaves nothing behind in any table that an account is the root of', async () => {
    const rows = await asked<{ name: string }>(
      `SELECT conrelid::regclass::text AS name FROM pg_constraint
       WHERE contype = 'f' AND confrelid = 'access.account'::regclass AND confdeltype <> 'c'`,
    );
    expect(rows).toEqual([]);
  });

  async function asked<Row extends object>(sql: string): Promise<Row[]> {
    const client = new Client({ connectionString: running.databaseUrl });
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  /** The tables of the way in that hold something about somebody. */
  async function rowsAbout(person: string): Promise<string[]> {
    const tables = await asked<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'access' AND column_name = 'person'`,
    );
    const found = await Promise.all(
      tables.map(async ({ name }) => {
        const rows = await asked<object>(`SELECT 1 FROM access.${name} WHERE person = '${person}'`);
        return rows.length > 0 ? [name] : [];
      }),
    );
    return found.flat();
  }
});
