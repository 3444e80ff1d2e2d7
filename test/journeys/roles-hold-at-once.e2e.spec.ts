import { randomUUID } from 'node:crypto';
import { CommandBus } from '@nestjs/cqrs';
import { OPERATOR } from '@promise/identity';
import { EndRoleCommand, GrantRoleCommand } from '@promise/people';
import request from 'supertest';
import { type RunningTracker, runningTracker } from '../support/running-tracker';

const OURS = 'north-lanarkshire';
const OTHERS = 'south-lanarkshire';

describe('what every request asks about who sends it', () => {
  let running: RunningTracker;
  let person: string;
  let session: string;
  let token: string;

  beforeAll(async () => {
    running = await runningTracker();
    const { accounts, sessions, tokens } = running.tracker;
    person = randomUUID();
    await accounts.create({ person, name: 'Gigha Cara', appearsAs: null });
    session = await sessions.open({ person, stamp: null });
    token = await tokens.make(person, { name: 'test', mayRecord: false, days: 1 });
  });
  afterAll(() => running.stop());

  async function does(command: typeof GrantRoleCommand | typeof EndRoleCommand, role: string): Promise<void> {
    const commandId = randomUUID();
    const ids = { commandId, causationId: commandId, correlationId: commandId };
    const context = { partnership: OURS, actor: OPERATOR, ...ids, basis: { kind: 'recorded' } } as const;
    const { position } = await running.app
      .get(CommandBus)
      .execute(new command(context, { person, role, reason: 'It is so.' }));
    await running.tracker.freshness.waitUntil(position ?? '', 5_000);
  }

  /** By session and by token, on each connection that there is. */
  async function answered(partnership: string, times = 4): Promise<number[]> {
    const path = `/api/v1/partnerships/${partnership}/milestones`;
    const calls = Array.from({ length: times }, () => [
      request(running.server)
        .get(path)
        .set({ Cookie: `session=${session}`, Host: 'localhost' }),
      request(running.server).get(path).set('Authorization', `Bearer ${token}`),
    ]);
    const answers = await Promise.all(calls.flat());
    return [...new Set(answers.map(({ status }) => status))];
  }

  it('is true at once when a role is given or ended, also across a rebuild of what it is read from', async () => {
    expect(await answered(OURS)).toEqual([403]);
    await does(GrantRoleCommand, 'board');
    expect(await answered(OURS)).toEqual([200]);
    expect(await answered(OTHERS)).toEqual([403]);
    await running.tracker.readSide.rebuild();
    expect(await answered(OURS)).toEqual([200]);
    await does(EndRoleCommand, 'board');
    expect(await answered(OURS)).toEqual([403]);
  });

  it('is nothing in a partnership that cannot be', async () => {
    await does(GrantRoleCommand, 'board');
    for (const nowhere of ['%00', 'x%00', '%F0%9F%98%80', 'North-Lanarkshire', "'", 'a'.repeat(2_000)]) {
      const statuses = await answered(nowhere, 1);
      expect([nowhere.slice(0, 20), statuses.filter((status) => status !== 403 && status !== 404)]).toEqual([
        nowhere.slice(0, 20),
        [],
      ]);
    }
  });

  it('is nobody once the session or the token is ended', async () => {
    expect(await answered(OURS)).toEqual([200]);
    await running.tracker.sessions.close(session);
    const [own] = await running.tracker.tokens.of(person);
    await running.tracker.tokens.end(person, own?.id ?? '');
    expect(await answered(OURS)).toEqual([401]);
  });
});
