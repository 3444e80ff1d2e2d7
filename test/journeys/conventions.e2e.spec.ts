import { randomUUID } from 'node:crypto';
import { A_MILESTONE, Caller } from '../support/caller';
import { type RunningTracker, runningTracker } from '../support/running-tracker';

interface DescribedOperation {
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

describe('the conventions of the API', () => {
  let running: RunningTracker;
  let worker: Caller;

  beforeAll(async () => {
    running = await runningTracker({ plans: true });
    worker = new Caller(running, 'worker');
  });
  afterAll(() => running.stop());

  const key = (): Record<string, string> => ({ 'Idempotency-Key': randomUUID() });

  describe('Idempotency-Key', () => {
    it('gives the same answer to the same request and records it once', async () => {
      const headers = key();
      const first = await worker.post('milestones', A_MILESTONE, headers);
      const second = await worker.post('milestones', A_MILESTONE, headers);
      expect([first.status, second.status]).toEqual([201, 201]);
      expect(second.body).toEqual(first.body);
      const history = await worker.get(`milestones/${String(first.body.id)}/history`);
      expect(history.body.items).toHaveLength(1);
    });

    it('gives the same answer when both requests come at the same time', async () => {
      const headers = key();
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => worker.post('milestones', A_MILESTONE, headers)),
      );
      expect(new Set(answers.map((answer) => JSON.stringify([answer.status, answer.body])))).toHaveProperty('size', 1);
      expect(answers[0]?.status).toBe(201);
    });

    it('gives the same answer even when others have recorded more since', async () => {
      const id = await worker.propose();
      const headers = key();
      const body = { rating: 'on track', narrative: 'It goes well.' };
      const first = await worker.post(`milestones/${id}/report-progress`, body, headers);
      await worker.post(`milestones/${id}/start`, {});
      const again = await worker.post(`milestones/${id}/report-progress`, body, headers);
      expect(again).toMatchObject({ status: 200, body: first.body });
    });

    it('is refused with another body, and nothing is written', async () => {
      const headers = key();
      await worker.post('milestones', A_MILESTONE, headers);
      const head = await running.tracker.store.head();
      const other = await worker.post('milestones', { ...A_MILESTONE, title: 'Another one' }, headers);
      expect(other.status).toBe(422);
      expect(other.body.errors[0].field).toBe('Idempotency-Key');
      expect(await running.tracker.store.head()).toBe(head);
    });

    it('tells a repeat from another body even when both come at the same time', async () => {
      const headers = key();
      const titles = ['One', 'Another one', 'One', 'A third one'];
      const answers = await Promise.all(
        titles.map((title) => worker.post('milestones', { ...A_MILESTONE, title }, headers)),
      );
      const kept = titles[answers.findIndex(({ status }) => status === 201)];
      expect(answers.map(({ status }) => status)).toEqual(titles.map((title) => (title === kept ? 201 : 422)));
    });

    it('is of the same command however its path is spelt', async () => {
      const headers = key();
      const first = await worker.post('milestones', A_MILESTONE, headers);
      const slash = await worker.post('milestones/', A_MILESTONE, headers);
      const capitals = await worker.post('/API/v1/partnerships/north-lanarkshire/Milestones', A_MILESTONE, headers);
      expect([slash.body, capitals.body]).toEqual([first.body, first.body]);
    });

    it('of one person means nothing for another one', async () => {
      const id = await worker.propose();
      const headers = key();
      const body = { rating: 'on track', narrative: 'It goes well.' };
      await worker.post(`milestones/${id}/report-progress`, body, headers);
      const lead = await new Caller(running, 'lead').post(`milestones/${id}/report-progress`, body, headers);
      expect(lead.body.version).toBe(2);
    });
  });

  describe('If-Match', () => {
    it('lets a command through on the version that was read, and refuses it on an older one', async () => {
      const id = await worker.propose();
      const read = await worker.get(`milestones/${id}`);
      expect(read.headers.etag).toBe('"0"');
      const started = await worker.post(`milestones/${id}/start`, {}, { 'If-Match': '"0"' });
      expect([started.status, started.headers.etag]).toEqual([200, '"1"']);
      const stale = await worker.post(`milestones/${id}/reopen`, { reason: 'x' }, { 'If-Match': '"0"' });
      expect(stale).toMatchObject({ status: 412, body: { status: 412 } });
      expect((await worker.get(`milestones/${id}`)).headers.etag).toBe('"1"');
    });

    it('means nothing for what is only now proposed', async () => {
      const proposed = await worker.post('milestones', A_MILESTONE, { 'If-Match': '"0"' });
      expect(proposed.status).toBe(201);
    });
  });

  it('tells who lost a race without If-Match what the winner recorded', async () => {
    const id = await worker.propose();
    const bodies = Array.from({ length: 12 }, (_, n) => ({ rating: 'on track', narrative: `Report ${n}` }));
    const answers = await Promise.all(bodies.map((body) => worker.post(`milestones/${id}/report-progress`, body)));
    const lost = answers.filter((answer) => answer.status === 409);
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200, 409]));
    for (const answer of lost) {
      expect(answer.body.changes[0]).toMatchObject({ type: 'ProgressReported', role: 'worker' });
    }
    const history = await worker.get(`milestones/${id}/history`);
    expect(history.body.items).toHaveLength(1 + answers.length - lost.length);
  });

  it('pages through a list with a stable cursor', async () => {
    const south = new Caller(running, 'worker', 'south-lanarkshire');
    const ids = [];
    for (let n = 0; n < 5; n++) ids.push(await south.propose({ title: `Milestone ${n}` }));
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await south.get(`milestones?limit=2${next === '' ? '' : `&cursor=${next}`}`);
      expect(page.body.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.body.items.map((each: { id: string }) => each.id));
      next = page.body.next;
      // What comes in between does not move what is still to come.
      if (seen.length === 2) ids.push(await south.propose({ title: 'In between' }));
    }
    expect(seen).toEqual(ids);
  });

  it('answers at once for a position that nobody was given', async () => {
    const answer = await worker.get('milestones', { 'Read-After': '999999999' });
    expect(answer).toMatchObject({ status: 503, body: { type: '/problems/not-yet-fresh' } });
  }, 3_000);

  it('answers each person alone: nothing on the way keeps an answer for somebody else', async () => {
    for (const path of ['milestones', 'timeline', 'milestones/nothing']) {
      expect([path, (await worker.get(path)).headers['cache-control']]).toEqual([path, 'private, no-cache']);
    }
  });

  it('describes itself without sign-in', async () => {
    const nobody = new Caller(running, null);
    const document = await nobody.get('/api/openapi.json');
    expect(document.body.openapi).toMatch(/^3\./);
    const paths = Object.keys(document.body.paths as object);
    expect(paths).toContain('/api/v1/partnerships/{partnership}/milestones/{id}/revise-timescale');
    expect((await nobody.get('/api/docs')).status).toBe(200);
    expect((await nobody.get('/health/live')).body).toEqual({ status: 'ok' });
    expect((await nobody.get('/health/ready')).status).toBe(200);
  });

  it('describes each place in a path, each header and each problem of a command', async () => {
    const { body } = await new Caller(running, null).get('/api/openapi.json');
    const paths = body.paths as Record<string, Record<string, DescribedOperation>>;
    for (const [path, methods] of Object.entries(paths)) {
      const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const [method, { parameters, responses }] of Object.entries(methods)) {
        const named = (where: string) => parameters.filter((each) => each.in === where).map((each) => each.name);
        expect([method, path, named('path').sort()]).toEqual([method, path, places.sort()]);
        if (method !== 'post') continue;
        expect([path, named('header')]).toEqual([path, ['Idempotency-Key', 'If-Match', 'Read-After']]);
        expect([path, Object.keys(responses)]).toEqual([path, expect.arrayContaining(['400', '409', '412', '422'])]);
      }
    }
  });

  it('logs no body, no query and no token', async () => {
    await worker.propose({ title: 'Not for the log' });
    await worker.get('trail?kind=MilestoneProposed');
    const log = running.logged.join('\n');
    expect(log).toContain('"path":"/api/v1/partnerships/north-lanarkshire/milestones"');
    expect(log).not.toMatch(/Not for the log|kind=MilestoneProposed/);
    expect(log).not.toContain(running.token.worker);
  });
});
