import { randomUUID } from 'node:crypto';
import { CommandBus } from '@nestjs/cqrs';
import { KeptAbout, OPERATOR } from '@promise/identity';
import { EndRoleCommand, GrantRoleCommand } from '@promise/people';
import { Client } from 'pg';
import request from 'supertest';
import { A_MILESTONE, Caller } from '../support/caller';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { Visitor } from '../support/visitor';

const OURS = 'north-lanarkshire';
const PASSWORD = 'three quiet otters';
/** Stands in everything that somebody else writes or is called. */
const MARK = 'Inchmurrin';

type Data = Readonly<Record<string, any>>;

describe('what is kept about somebody', () => {
  let running: RunningTracker;
  let owner: Client;

  beforeAll(async () => {
    running = await runningTracker();
    owner = new Client({ connectionString: running.databaseUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await running.stop();
  });

  const download = (token: string): request.Test =>
    request(running.server).get('/api/v1/own-data').set('Authorization', `Bearer ${token}`);

  async function does(
    command: (context: GrantRoleCommand['context']) => GrantRoleCommand | EndRoleCommand,
    partnership: string,
    actor: { readonly id: string; readonly role: string } = OPERATOR,
  ): Promise<void> {
    const commandId = randomUUID();
    const ids = { commandId, causationId: commandId, correlationId: commandId };
    const context = { partnership, actor, ...ids, basis: { kind: 'recorded' } } as GrantRoleCommand['context'];
    const { position } = await running.app.get(CommandBus).execute(command(context));
    await running.tracker.freshness.waitUntil(position ?? '', 5_000);
  }

  /** Somebody with an account and a role in each of these partnerships, and a token of theirs. */
  async function somebody(name: string, roles: Readonly<Record<string, string>>): Promise<[string, string]> {
    const person = randomUUID();
    const { accounts, tokens } = running.tracker;
    await accounts.create({ person, name, appearsAs: `${name} group` });
    const signInName = name.toLowerCase().replace(' ', '.');
    await accounts.takeUp(await accounts.linkFor(person), { signInName, password: PASSWORD });
    for (const [partnership, role] of Object.entries(roles)) {
      await does(
        (context) => new GrantRoleCommand(context, { person, role, until: '2999-12-31', reason: 'Because.' }),
        partnership,
      );
    }
    return [person, await tokens.make(person, { name: `${name} sheet`, mayRecord: true, days: 1 })];
  }

  const propose = (token: string, title: string): request.Test =>
    request(running.server)
      .post(`/api/v1/partnerships/${OURS}/milestones`)
      .set({ Authorization: `Bearer ${token}`, 'Idempotency-Key': randomUUID() })
      .send({ ...A_MILESTONE, title });

  it('is all in one file: account, roles, sign-ins, tokens, records and reads, with who is the controller', async () => {
    const [person, token] = await somebody('Scarba Lunga', { [OURS]: 'worker', 'south-lanarkshire': 'inspector' });
    const [other, otherToken] = await somebody(`${MARK} Two`, { [OURS]: 'administrator' });
    await running.tracker.sessions.open({ person, stamp: null });
    await running.tracker.sessions.open({ person: other, stamp: null });
    const ending = { person, role: 'worker', reason: 'Moved to another job.' };
    const recorded = await propose(token, 'Scarba wrote this');
    expect(recorded.status).toBe(201);
    await new Caller(running, 'worker').propose({ title: `${MARK} wrote this` });
    await running.tracker.freshness.waitUntil(String((recorded.body as Data).position), 5_000);
    await request(running.server)
      .get('/api/v1/partnerships/south-lanarkshire/trail')
      .set('Authorization', `Bearer ${token}`);
    await request(running.server)
      .get('/api/v1/partnerships/south-lanarkshire/trail')
      .set('Authorization', `Bearer ${running.token.inspector}`);
    await does((context) => new EndRoleCommand(context, ending), OURS, { id: other, role: 'administrator' });

    const answer = await download(token);
    expect([answer.status, answer.headers['content-type'], answer.headers['content-disposition']]).toEqual([
      200,
      'application/json; charset=utf-8',
      'attachment; filename=what-is-kept-about-me.json',
    ]);
    expect(answer.headers['cache-control']).toBe('no-store');
    const data = JSON.parse(answer.text) as Data;
    const south = { partnership: 'south-lanarkshire', name: expect.stringContaining('South Lanarkshire') as string };
    expect(data).toMatchObject({
      person,
      controllers: [{ partnership: OURS, name: expect.stringContaining('North Lanarkshire') as string }, south],
      account: [{ name: 'Scarba Lunga', appearsAs: 'Scarba Lunga group', signInName: 'scarba.lunga' }],
      signIns: [{ signedInAt: expect.any(String) as string }],
      openInvitations: [],
      tokens: [{ name: 'Scarba Lunga sheet', mayRecord: true }],
      roles: [
        { partnership: OURS, what: 'RoleGranted', role: 'worker', until: '2999-12-31' },
        { partnership: OURS, what: 'RoleEnded', role: 'worker', reason: { personal: 'Moved to another job.' } },
        { partnership: 'south-lanarkshire', what: 'RoleGranted', role: 'inspector' },
      ],
      recorded: [{ partnership: OURS, type: 'MilestoneProposed', inTheRole: 'worker' }],
      readAsInspector: [{ partnership: 'south-lanarkshire', action: 'trail.read' }],
    });
    expect(answer.text).toContain('Scarba wrote this');
    expect(answer.text).not.toContain(MARK);
    expect(answer.text).not.toContain(other);
    expect(answer.text).not.toMatch(/argon2|digest|promise_/);

    const others = JSON.parse((await download(otherToken)).text) as Data;
    const ended = others.recorded as Data[];
    expect(ended.map(({ type }) => type as string)).toEqual(['RoleEnded']);
    expect(JSON.stringify(others)).not.toMatch(/Moved to another job|Scarba/);
    expect(JSON.stringify(others)).not.toContain(person);
  });

  it('leaves out no table that keeps something of a person', async () => {
    const { rows } = await owner.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'access' AND column_name = 'person'",
    );
    expect(new Set([...KeptAbout.tables, 'inspector_read'])).toEqual(new Set(rows.map(({ name }) => name)));
  });

  it('comes whole, however long it is', async () => {
    const [person, token] = await somebody('Eilean Mor', { [OURS]: 'worker' });
    await owner.query(
      `INSERT INTO access.inspector_read (person, partnership, action, method, path, status, exported)
       SELECT $1, $2, 'trail.read', 'GET', '/p/x/trail', 200, false FROM generate_series(1, 1203)`,
      [person, OURS],
    );
    const data = JSON.parse((await download(token)).text) as Data;
    expect(new Set((data.readAsInspector as Data[]).map(({ id }) => id as string)).size).toBe(1203);
  });

  it('is for whoever is signed in, in the pages too, and for nobody else', async () => {
    expect((await request(running.server).get('/api/v1/own-data')).status).toBe(401);
    const board = await Visitor.signedIn(running, 'board');
    expect((await board.get('/sign-ins')).html).toContain('href="/api/v1/own-data"');
    const answer = await board.get('/api/v1/own-data');
    expect([answer.status, (JSON.parse(answer.html) as Data).account]).toEqual([200, []]);
    const page = await new Visitor(running).get('privacy');
    expect([page.status, page.html]).toEqual([200, expect.stringContaining('The law calls it the controller.')]);
  });
});
