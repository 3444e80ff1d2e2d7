import { randomUUID } from 'node:crypto';
import { CommandBus } from '@nestjs/cqrs';
import { mayDo, OPERATOR } from '@promise/identity';
import { GrantRoleCommand } from '@promise/people';
import { Client } from 'pg';
import request from 'supertest';
import { routesOf } from '../../apps/server/src/sign-in/routes';
import { Caller } from '../support/caller';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { textOf, Visitor } from '../support/visitor';

const OURS = 'north-lanarkshire';
const LOOKED = `/p/${OURS}/who-has-looked`;

interface Row {
  readonly action: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly exported: boolean;
}

describe('what inspectors read', () => {
  let running: RunningTracker;
  let owner: Client;
  let inspector: Visitor;
  let administrator: Visitor;

  beforeAll(async () => {
    running = await runningTracker();
    owner = new Client({ connectionString: running.databaseUrl });
    await owner.connect();
    inspector = await Visitor.signedIn(running, 'inspector');
    administrator = await Visitor.signedIn(running, 'administrator');
  });
  afterAll(async () => {
    await owner.end();
    await running.stop();
  });
  beforeEach(async () => {
    await owner.query('DELETE FROM access.inspector_read');
  });

  async function recorded(): Promise<Row[]> {
    const { rows } = await owner.query<Row>(
      'SELECT action, method, path, status, exported FROM access.inspector_read ORDER BY number',
    );
    return rows;
  }

  /** Somebody with an account and these roles; a token of theirs. */
  async function somebody(name: string, roles: readonly string[], partnership = OURS): Promise<[string, string]> {
    const person = randomUUID();
    await running.tracker.accounts.create({ person, name, appearsAs: null });
    for (const role of roles) {
      const commandId = randomUUID();
      const context = {
        ...{ partnership, actor: OPERATOR, commandId, causationId: commandId, correlationId: commandId },
        basis: { kind: 'recorded' },
      } as const;
      const grant = { person, role, until: '2999-12-31' };
      const { position } = await running.app.get(CommandBus).execute(new GrantRoleCommand(context, grant));
      // The guard reads roles before anything waits for `Read-After`.
      await running.tracker.freshness.waitUntil(position ?? '', 5_000);
    }
    return [person, await running.tracker.tokens.make(person, { name: 'test', mayRecord: false, days: 1 })];
  }

  /** A milestone with a file of evidence. */
  async function withEvidence(): Promise<{ readonly id: string; readonly evidence: string }> {
    const worker = new Caller(running, 'worker');
    const id = await worker.propose();
    const file = { name: 'note.txt', mediaType: 'text/plain', base64: Buffer.from('A note').toString('base64') };
    await worker.post(`milestones/${id}/attach-evidence`, { shows: 'A note.', file });
    const { body } = await worker.get(`milestones/${id}`);
    return { id, evidence: (body.evidence as { id: string }[])[0]?.id ?? '' };
  }

  const by = (token: string, path: string, partnership = OURS): request.Test =>
    request(running.server)
      .get(path.startsWith('/') ? path : `/api/v1/partnerships/${partnership}/${path}`)
      .set('Authorization', `Bearer ${token}`);

  it('is recorded with what it was, without what was typed, and whether it was taken away', async () => {
    const { id, evidence } = await withEvidence();
    const read = new Caller(running, 'inspector');
    await inspector.get(`milestones/${id}?asAt=2026-01-01&knownAt=2099-01-01`);
    await inspector.get('report?for=Somebody');
    await read.get('trail?limit=5');
    expect((await read.get(`milestones/${id}/evidence/${evidence}/file`)).status).toBe(200);
    await read.get(`milestones/${randomUUID()}`);
    await read.get('plans/%3Cscript%3E/steps');
    const api = `/api/v1/partnerships/${OURS}`;
    const row = (action: string, path: string, status = 200, exported = false): Row => ({
      ...{ action, method: 'GET', path, status, exported },
    });
    expect(await recorded()).toEqual([
      row('milestones.read', `/p/${OURS}/milestones/${id}`, 404),
      row('report.read', `/p/${OURS}/report`, 200, true),
      row('trail.read', `${api}/trail`),
      row('evidence.read', `${api}/milestones/${id}/evidence/${evidence}/file`, 200, true),
      { ...row('milestones.read', '', 404), path: expect.stringContaining(`${api}/milestones/`) as string },
      row('plans.read', `${api}/plans/…/steps`, 404),
    ]);
  });

  it('is recorded by every route that an inspector may ask, once', async () => {
    const routes = routesOf(running.app).filter(
      ({ method, path, action }) =>
        method === 'GET' &&
        path.includes(':partnership') &&
        action !== 'pages.read' &&
        action &&
        mayDo(action, ['inspector']),
    );
    expect(routes.length).toBeGreaterThan(15);
    for (const { path, action } of routes) {
      const asked = path.replace(':partnership', OURS).replace(/:\w+/g, () => randomUUID());
      for (const method of ['get', 'head'] as const) {
        await owner.query('DELETE FROM access.inspector_read');
        const call = request(running.server)[method](asked).set('Authorization', `Bearer ${running.token.inspector}`);
        const { status } = await call;
        expect([path, await recorded()]).toEqual([
          path,
          [{ action, method: method.toUpperCase(), path: asked, status, exported: expect.any(Boolean) as boolean }],
        ]);
      }
    }
  }, 60_000);

  it('is recorded of inspectors alone, and only what they were let in to', async () => {
    await request(running.server).get(`/p/${OURS}/timeline`);
    for (const role of ['worker', 'board', 'approver', 'administrator'] as const) {
      await new Caller(running, role).get('timeline');
      await new Caller(running, role).get('milestones');
    }
    expect((await inspector.get('my-work')).status).toBe(403);
    expect((await inspector.get('words')).status).toBe(200);
    expect((await inspector.get('/sign-ins')).status).toBe(200);
    expect(await recorded()).toEqual([]);
  });

  it('is recorded of somebody with several roles where they may by no other one', async () => {
    const [, token] = await somebody('Ulva Gometra', ['board', 'inspector']);
    expect((await by(token, 'timeline')).status).toBe(200);
    expect(await recorded()).toEqual([]);
    expect((await by(token, 'trail')).status).toBe(200);
    expect(await recorded()).toMatchObject([{ action: 'trail.read' }]);
  });

  it('is not shown where it cannot be recorded', async () => {
    const { id, evidence } = await withEvidence();
    await owner.query('REVOKE INSERT ON access.inspector_read FROM promise_application');
    try {
      const page = await inspector.get('trail');
      expect([page.status, textOf(page.html)]).toEqual([503, expect.stringContaining('Please try again in a moment')]);
      expect(page.html).not.toContain('Record 1');
      const answer = await by(running.token.inspector, 'trail').set('Accept-Encoding', 'br');
      expect([answer.status, answer.headers['content-type'], answer.body]).toEqual([
        503,
        'application/problem+json; charset=utf-8',
        expect.objectContaining({ type: '/problems/read-not-recorded' }),
      ]);
      const missing = await by(running.token.inspector, `milestones/${randomUUID()}`);
      expect(missing.status).toBe(503);
      const file = await by(running.token.inspector, `milestones/${id}/evidence/${evidence}/file`);
      expect([file.status, file.headers['content-disposition'], file.text]).toEqual([
        503,
        undefined,
        expect.not.stringContaining('A note'),
      ]);
      expect((await administrator.get('trail')).status).toBe(200);
      const problems = running.logged.filter((line) => line.includes('What an inspector reads is recorded before'));
      expect(problems.map((line) => JSON.parse(line) as object)).toMatchObject(
        problems.map(() => ({ level: 50, err: { cause: { code: '42501' } } })),
      );
      expect(problems).toHaveLength(4);
    } finally {
      await owner.query('GRANT INSERT ON access.inspector_read TO promise_application');
    }
    expect((await inspector.get('trail')).status).toBe(200);
  });

  it('is seen by name by the administrator, without one by who approves, and by inspectors their own', async () => {
    const [person, token] = await somebody('Shuna Luing', ['inspector']);
    await by(token, 'trail');
    await inspector.get('report');
    const seen = async (role: 'administrator' | 'approver' | 'inspector'): Promise<string> =>
      textOf((await (await Visitor.signedIn(running, role)).get(LOOKED)).html);
    expect(await seen('administrator')).toMatch(/Shuna Luing only what Shuna Luing read the trail \(by a program\)/);
    const approver = await seen('approver');
    expect(approver).toMatch(new RegExp(`an inspector only what ${person.slice(0, 8)} read the trail`));
    expect(approver).not.toContain('Shuna');
    const own = await seen('inspector');
    expect(own).toMatch(/you the report \(taken away to keep\)/);
    expect(own).not.toMatch(/the trail \(by/);
    expect((await (await Visitor.signedIn(running, 'board')).get(LOOKED)).status).toBe(403);

    const others = await by(running.token.inspector, `inspector-reads?inspector=${person}`);
    expect(others.body).toEqual({ items: [], next: null });
    const mine = await by(token, 'inspector-reads');
    expect((mine.body as { items: object[] }).items).toMatchObject([{ person, name: null, action: 'trail.read' }]);
    const named = await by(running.token.administrator, `inspector-reads?inspector=${person}`);
    expect((named.body as { items: object[] }).items).toMatchObject([
      { name: 'Shuna Luing', action: 'inspector-reads.read' },
      { name: 'Shuna Luing', action: 'trail.read' },
    ]);
  });

  it('is read page by page and day by day, in one partnership', async () => {
    for (let n = 0; n < 3; n += 1) await by(running.token.inspector, 'plans');
    await by(running.token.inspector, 'trail', 'south-lanarkshire');
    const asked = (query: string, partnership = OURS): request.Test =>
      by(running.token.approver, `inspector-reads?${query}`, partnership);
    const first = (await asked('limit=2')).body as { items: { id: string; action: string }[]; next: string };
    expect(first.items).toHaveLength(2);
    const rest = (await asked(`limit=2&cursor=${first.next}`)).body as typeof first;
    expect([rest.items.length, rest.next]).toEqual([1, null]);
    expect(Number(rest.items[0]?.id)).toBeLessThan(Number(first.items[1]?.id));
    expect((await asked('', 'south-lanarkshire')).body).toMatchObject({
      items: [{ action: 'trail.read' }],
      next: null,
    });
    expect((await asked('to=2020-01-01')).body).toMatchObject({ items: [] });
    expect((await asked('from=2020-01-01')).body).toMatchObject({ items: [{}, {}, {}] });
    for (const wrong of ['cursor=x', 'from=2026-02-31', 'limit=0']) {
      expect([wrong, (await asked(wrong)).status]).toEqual([wrong, wrong === 'cursor=x' ? 422 : 400]);
    }
    for (const wrong of ['day=x', 'inspector=x', 'after=x', 'day=2026-01-01&day=2026-01-02']) {
      expect([wrong, (await administrator.get(`${LOOKED}?${wrong}`)).status]).toEqual([wrong, 400]);
    }
    expect(textOf((await administrator.get(`${LOOKED}?day=2020-01-01`)).html)).toContain(
      'No inspector looked at anything then.',
    );
  });
});
