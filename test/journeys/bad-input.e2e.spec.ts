import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import request from 'supertest';
import { A_MILESTONE, type Answer, Caller } from '../support/caller';
import { mainFormOf } from '../support/html-form';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { Visitor } from '../support/visitor';

function manyFields(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 1]));
}

describe('bad input', () => {
  let running: RunningTracker;
  let worker: Caller;
  let milestone: string;

  beforeAll(async () => {
    running = await runningTracker();
    worker = new Caller(running, 'worker');
    milestone = await worker.propose({ effectiveOn: '2024-01-01' });
    await worker.post(`milestones/${milestone}/start`, { effectiveOn: '2025-01-01' });
  });
  afterAll(() => running.stop());

  /** Every refusal is a problem document that names field and rule, and writes nothing. */
  async function refused(call: () => Promise<Answer>, status: number, field: string, rule: string): Promise<void> {
    const before = await running.tracker.store.head();
    const answer = await call();
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status });
    expect(answer.status).toBe(status);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ field, rule }));
    expect(JSON.stringify(answer.body)).not.toMatch(/\bat .+:\d+:\d+|node_modules/);
    expect(await running.tracker.store.head()).toBe(before);
  }

  it('in the address of a page is no fault of ours', async () => {
    const administrator = await Visitor.signedIn(running, 'administrator');
    for (const day of ['0001-01-01', '9999-12-31'])
      expect((await administrator.get(`who-has-looked?day=${day}`)).status).toBe(400);
    const page = await administrator.get('/sign-ins');
    const ending = { ...mainFormOf(page.html, 'name="may"'), action: '/sign-ins/tokens/%00/end' };
    expect((await administrator.send(ending, {}, '/sign-ins')).status).toBe(303);
  });

  it.each([
    ['an unknown foundation', { foundation: 'safety' }, 400, 'foundation', 'one-of'],
    ['an unknown horizon', { horizon: '7-year' }, 400, 'horizon', 'one-of'],
    ['no title', { title: undefined }, 400, 'title', 'required'],
    ['a blank title', { title: '  ' }, 400, 'title', 'required'],
    ['a title that is too long', { title: 'x'.repeat(301) }, 400, 'title', 'max-length'],
    ['a title that is no text', { title: { $ne: null } }, 400, 'title', 'is-string'],
    ['very many fields', manyFields(70_000), 400, 'body', 'too-many-fields'],
    ['very many entries', { citation: Array(5_000).fill({}) }, 400, 'body', 'too-many-fields'],
    ['a citation that is a list', { citation: [{}, {}] }, 400, 'citation', 'object'],
    ['a broken field name', { 'half \ud800': 1 }, 400, 'half \ud800', 'plain-text'],
    ['control characters', { title: 'nul \u0000 byte' }, 400, 'title', 'plain-text'],
    ['a broken character', { title: 'half \ud800 a pair' }, 400, 'title', 'plain-text'],
    ['no leads', { leads: [] }, 400, 'leads', 'array-min-size'],
    ['leads that are not there', { leads: undefined }, 400, 'leads', 'required'],
    ['no foundation', { foundation: undefined }, 400, 'foundation', 'required'],
    ['an unknown field', { colour: 'red' }, 400, 'colour', 'unknown-field'],
    ['a field from the prototype', { constructor: 1 }, 400, 'constructor', 'unknown-field'],
    [
      'an unknown field inside',
      { citation: { document: 'a', place: 'b', page: 1 } },
      400,
      'citation.page',
      'unknown-field',
    ],
    ['a citation that is a text', { citation: 'page 3' }, 400, 'citation', 'object'],
    ['a day that does not exist', { effectiveOn: '2025-02-30' }, 400, 'effectiveOn', 'is-day'],
    ['a timescale that cannot be read', { timescale: 'soon' }, 422, 'timescale', 'readable-timescale'],
    ['a day outside sense', { effectiveOn: '1021-01-01' }, 422, 'effectiveOn', 'not-before-2000'],
    ['a day to come', { effectiveOn: '2999-01-01' }, 422, 'effectiveOn', 'not-in-the-future'],
    ['an interim one without what it leads to', { horizon: 'interim' }, 422, 'parent', 'interim-has-a-parent'],
    ['a parent that does not exist', { horizon: 'interim', parent: randomUUID() }, 422, 'parent', 'parent-exists'],
    ['a priority that does not exist', { priorities: ['no-plan.no-priority'] }, 422, 'priorities.0', 'priority-exists'],
  ])('refuses a proposal with %s', async (_, fields, status, field, rule) => {
    await refused(() => worker.post('milestones', { ...A_MILESTONE, ...fields }), status, field, rule);
  });

  it('refuses what was achieved before it began', async () => {
    const body = {
      date: '2024-12-31',
      evidence: [{ link: 'https://www.example.org', shows: 'it' }],
      differenceMade: 'some',
    };
    await refused(
      () => worker.post(`milestones/${milestone}/achieve`, body),
      422,
      'date',
      'not-achieved-before-it-began',
    );
  });

  it('refuses a correction that would break a rule', async () => {
    const history = await worker.get(`milestones/${milestone}/history`);
    const [proposal] = history.body.items;
    const body = { event: proposal.event, reason: 'by mistake', void: true };
    await refused(() => worker.post(`milestones/${milestone}/correct`, body), 422, 'event', 'the-proposal-stays');
  });

  it('tells at most 50 faults at once, and three of them in a sentence', async () => {
    const answer = await worker.post('milestones', { ...A_MILESTONE, ...manyFields(900) });
    expect(answer).toMatchObject({ status: 400, body: { errors: { length: 50 } } });
    expect(answer.body.detail).toContain('and 897 more');
  });

  it.each([
    ['broken characters', { title: '\ud800' }, 'replace.title'],
    ['control characters', { title: 'esc \u001b' }, 'replace.title'],
    ['a broken name', { 'a \udc00': 'b' }, 'replace.a \udc00'],
  ])('refuses a correction with %s', async (_, replace, field) => {
    const history = await worker.get(`milestones/${milestone}/history`);
    const body = { event: history.body.items[0].event, reason: 'by mistake', replace };
    await refused(() => worker.post(`milestones/${milestone}/correct`, body), 400, field, 'plain-text');
  });

  it.each([
    [
      'both a link and a file',
      { link: 'https://example.org', file: { name: 'a', mediaType: 'text/plain', base64: 'aGk=' } },
    ],
    ['neither', {}],
  ])('refuses evidence with %s and keeps no file', async (_, fields) => {
    const before = await filesKept();
    const path = `milestones/${milestone}/attach-evidence`;
    await refused(() => worker.post(path, { shows: 'it', ...fields }), 422, 'link', 'link-or-file');
    expect(await filesKept()).toBe(before);
  });

  async function filesKept(): Promise<number> {
    const client = new Client({ connectionString: running.databaseUrl });
    await client.connect();
    try {
      return (await client.query<{ kept: number }>('SELECT count(*)::int AS kept FROM files.file')).rows[0]?.kept ?? -1;
    } finally {
      await client.end();
    }
  }

  it('answers for a milestone that does not exist, or is of another partnership', async () => {
    const south = new Caller(running, 'worker', 'south-lanarkshire');
    const calls = [
      worker.get(`milestones/${randomUUID()}`),
      worker.get('milestones/not-an-id'),
      worker.post(`milestones/${randomUUID()}/start`, {}),
      south.get(`milestones/${milestone}`),
      south.get(`milestones/${milestone}/history`),
      south.post(`milestones/${milestone}/start`, {}),
      south.post(`milestones/${milestone}/start`, {}, { 'If-Match': '"0"' }),
      new Caller(running, 'worker', 'nowhere').get('timeline'),
      new Caller(running, 'worker', 'a%00b').get('timeline'),
      worker.get('plans/a%00b/steps'),
      worker.get('plans/a%00b/priorities'),
    ];
    for (const answer of await Promise.all(calls)) {
      expect(answer).toMatchObject({ status: 404, body: { status: 404, errors: [{ rule: 'exists' }] } });
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
  });

  const raw = (body: string, type = 'application/json'): Promise<Answer> =>
    request(running.server)
      .post('/api/v1/partnerships/north-lanarkshire/milestones')
      .set({ Authorization: `Bearer ${running.token.worker}`, 'Content-Type': type })
      .send(body);

  it.each([
    ['malformed JSON', '{"title": ', 400, 'json'],
    ['a body that is a list', '[1, 2]', 400, 'object'],
    ['a body of 10 MB', JSON.stringify({ title: 'x'.repeat(10_000_000) }), 413, 'at-most'],
    ['a body of only nesting', '['.repeat(100_000) + ']'.repeat(100_000), 400, 'object'],
  ])('answers %s with a problem document', async (_, body, status, rule) => {
    const before = await running.tracker.store.head();
    const answer = await raw(body);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body.errors).toMatchObject([{ field: 'body', rule }]);
    expect(await running.tracker.store.head()).toBe(before);
  });

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])(
    'does not pass over a body of the type %s',
    async (type) => {
      const head = await running.tracker.store.head();
      const answer = await raw(JSON.stringify(A_MILESTONE), type);
      expect(answer).toMatchObject({ status: 415, body: { errors: [{ field: 'Content-Type' }] } });
      expect(await running.tracker.store.head()).toBe(head);
    },
  );

  it('starts a milestone without any body', async () => {
    const id = await worker.propose();
    const answer = await request(running.server)
      .post(`/api/v1/partnerships/north-lanarkshire/milestones/${id}/start`)
      .set({ Authorization: `Bearer ${running.token.worker}` });
    expect(answer.status).toBe(200);
  });

  it('says of a broken percent-encoding that it is the address', async () => {
    const answer = await worker.get('milestones/%FF');
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'address', rule: 'percent-encoding' }] } });
  });

  it.each([
    ['asAt', 'milestones?asAt=0000-01-01'],
    ['asAt', 'milestones?asAt=9999-12-31'],
    ['knownAt', 'timeline?knownAt=0000-01-01'],
    ['knownAt', 'timeline?knownAt=3000-01-01T00:00:00Z'],
    ['knownAt', 'timeline?knownAt=2026-02-30T00:00:00Z'],
    ['from', 'trail?from=0001-01-01'],
    ['effectiveFrom', 'trail?effectiveFrom=0000-01-01'],
    ['from', 'compare?from=0000-01-01&to=2026-01-01'],
    ['constructor', 'timeline?constructor=x'],
    ['__proto__', 'timeline?__proto__=x'],
    ['asAt', 'timeline?asAt=yesterday'],
    ['knownAt', 'timeline?knownAt=2025-13-01'],
    ['horizon', 'timeline?horizon=7'],
    ['limit', 'milestones?limit=0'],
    ['limit', 'milestones?limit=many'],
    ['foundation', 'trail?foundation=love'],
    ['to', 'compare?from=2026-01-02&to=2026-01-01'],
    ['colour', 'timeline?colour=red'],
  ])('names %s in %s', async (field, path) => {
    const answer = await worker.get(path);
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].field).toBe(field);
  });

  it('refuses cursors that no list gave', async () => {
    for (const list of ['milestones', 'trail', 'plans', `milestones/${milestone}/history`]) {
      const answer = await worker.get(`${list}?cursor=nonsense`);
      expect([list, answer.body.errors?.[0]?.field]).toEqual([list, 'cursor']);
    }
  });
});
