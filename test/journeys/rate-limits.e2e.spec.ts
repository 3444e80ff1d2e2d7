import request, { type Response } from 'supertest';
import { mainFormOf } from '../support/html-form';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { textOf, Visitor } from '../support/visitor';

const READS = '/api/v1/partnerships/north-lanarkshire/milestones';
const PUBLISHED = '/api/v1/partnerships/north-lanarkshire/timeline';

describe('limits on how much may be asked for in a minute', () => {
  let running: RunningTracker;

  beforeEach(async () => {
    running = await runningTracker({ environment: { RATE_LIMITS: '6,3,8,4' }, proxies: 1 });
  });
  afterEach(() => running.stop());

  /** Asks through the one proxy there is, which says where the request comes from. */
  const get = (path: string, token?: string, from = '192.0.2.1', forged = ''): request.Test => {
    const call = request(running.server).get(path).set('X-Forwarded-For', `${forged}${from}`);
    return token === undefined ? call : call.set('Authorization', `Bearer ${token}`);
  };

  async function times(count: number, ask: () => PromiseLike<Response>): Promise<number[]> {
    const statuses: number[] = [];
    for (let n = 0; n < count; n += 1) statuses.push((await ask()).status);
    return statuses;
  }

  const noted = (): string[] =>
    running.logged
      .filter((line) => line.includes('"rate-limited"'))
      .map((line) => /"kind":"(\w+)"/.exec(line)?.[1] ?? '');

  it('count reads by person, whatever the address, and tell when to go on', async () => {
    const { worker, board } = running.token;
    let n = 0;
    const elsewhere = (): request.Test => get(READS, worker, `192.0.2.${(n += 1)}`);
    expect(await times(6, elsewhere)).toEqual(Array(6).fill(200));
    const refused = await elsewhere();
    expect(refused.status).toBe(429);
    expect(refused.type).toBe('application/problem+json');
    expect(refused.body).toMatchObject({ type: '/problems/too-many-requests', status: 429 });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect((await get(READS, board)).status).toBe(200);
    expect((await get(PUBLISHED)).status).toBe(200);
    expect(await times(3, elsewhere)).toEqual([429, 429, 429]);
    expect(noted()).toEqual(['reads']);
  });

  it('count writes apart from reads, and record nothing beyond them', async () => {
    const { worker } = running.token;
    const head = await running.tracker.store.head();
    const write = (): request.Test =>
      request(running.server).post(READS).set('Authorization', `Bearer ${worker}`).send({});
    expect(await times(5, write)).toEqual([400, 400, 400, 429, 429]);
    expect((await get(READS, worker)).status).toBe(200);
    expect(await running.tracker.store.head()).toBe(head);
    expect(noted()).toEqual(['writes']);
  });

  it('count by address where nobody is signed in, wrong tokens too, and believe no forged header', async () => {
    let n = 0;
    const forging = (path: string, token?: string): request.Test =>
      get(path, token, '192.0.2.1', `10.0.0.${(n += 1)}, `);
    expect(await times(4, () => forging(PUBLISHED))).toEqual([200, 200, 200, 200]);
    expect(await times(4, () => forging(READS, 'x'.repeat(43)))).toEqual([401, 401, 401, 401]);
    expect((await forging(PUBLISHED)).status).toBe(429);
    expect((await forging(READS, 'x'.repeat(43))).status).toBe(429);
    expect((await get(PUBLISHED, undefined, '192.0.2.2')).status).toBe(200);
    expect((await get(READS, running.token.worker)).status).toBe(200);
    const page = await get('/p/north-lanarkshire');
    expect([page.status, textOf(page.text)]).toEqual([429, expect.stringContaining('Please wait a moment')]);
    expect(Number(page.headers['retry-after'])).toBeGreaterThan(0);
    expect(page.type).toBe('text/html');
    expect(noted()).toEqual(['address']);
    expect(running.logged.join('\n')).not.toContain('192.0.2.1');
  });

  it('count no probe and nothing that belongs to a page', async () => {
    const asset = /\/assets\/[^"]+/.exec((await get('/sign-in')).text)?.[0] ?? '';
    for (const path of ['/health/ready', '/health/live', asset]) {
      expect([path, new Set(await times(12, () => get(path)))]).toEqual([path, new Set([200])]);
    }
    expect((await get(PUBLISHED)).status).toBe(200);
  });

  it('count what is sent to sign in apart, by address', async () => {
    const visitor = new Visitor(running);
    const form = mainFormOf((await visitor.get('/sign-in')).html);
    const answers = [];
    for (let n = 0; n < 5; n += 1)
      answers.push(await visitor.send(form, { signInName: `n${n}`, password: 'x' }, '/sign-in'));
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 429]);
    for (const action of ['/welcome', '/sign-in/code', '/sign-in/again']) {
      const answer = await visitor.send({ ...form, action }, {}, '/sign-in');
      expect([action, answer.status]).toEqual([action, 429]);
    }
  });
});
