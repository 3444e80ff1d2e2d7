import { randomUUID } from 'node:crypto';
import { CommandBus } from '@nestjs/cqrs';
import { DEMONSTRATION_ROLES, OPERATOR } from '@promise/identity';
import { GrantRoleCommand } from '@promise/people';
import request from 'supertest';
import { routesOf } from '../../apps/server/src/sign-in/routes';
import { Caller } from '../support/caller';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { until } from '../support/until';

const NEW = 'inverbeg';
const BASE = '/api/v1/partnerships';
const REGISTRATION = { name: 'Inverbeg Partnership', publishes: ['timeline'] };

describe('a partnership that begins', () => {
  let running: RunningTracker;
  /** Administers the new partnership, and nothing else. */
  let token: string;

  beforeAll(async () => {
    running = await runningTracker();
    token = await administratorOf(NEW);
  });
  afterAll(() => running.stop());

  /** Somebody with an account who administers a partnership, by a token of theirs. */
  async function administratorOf(partnership: string): Promise<string> {
    const [person, commandId] = [randomUUID(), randomUUID()];
    const about = { partnership, actor: OPERATOR, commandId, causationId: commandId, correlationId: commandId };
    const context = { ...about, basis: { kind: 'recorded' } } as const;
    await running.app.get(CommandBus).execute(new GrantRoleCommand(context, { person, role: 'administrator' }));
    await running.tracker.accounts.create({ person, name: 'Ailsa Craig', appearsAs: null });
    return running.tracker.tokens.make(person, { name: 'Test', mayRecord: true, days: 1 });
  }

  const asking = (method: 'GET' | 'POST', path: string, bearer: string | null, body: object = {}) => {
    const call = method === 'GET' ? request(running.server).get(path) : request(running.server).post(path).send(body);
    return bearer === null ? call : call.set('Authorization', `Bearer ${bearer}`);
  };

  const withoutId = (text: string): string =>
    text
      .replaceAll(NEW, 'X')
      .replaceAll('nowhere', 'X')
      .replace(/[\w-]{80,}/g, '');

  it('is there for nobody but its administrator, who can begin it and nothing else', async () => {
    await until('the role is known', async () => {
      const { status } = await asking('POST', `${BASE}/${NEW}/settings/registration`, token);
      return status === 400;
    });
    const elsewhere = await administratorOf('south-lanarkshire');
    const differing: unknown[] = [];
    const opened: string[] = [];
    for (const { method, path, action } of routesOf(running.app)) {
      if (!path.includes(':partnership')) continue;
      const at = (partnership: string): string =>
        path.replace(':partnership', partnership).replace(/:\w+/g, 'a8c0f1d2-0000-4000-8000-000000000000');
      for (const bearer of [null, elsewhere, ...DEMONSTRATION_ROLES.map((role) => running.token[role])]) {
        const [here, nowhere] = [
          await asking(method as 'GET', at(NEW), bearer),
          await asking(method as 'GET', at('nowhere'), bearer),
        ];
        const [one, other] = [here, nowhere].map(({ status, text }) => `${status} ${withoutId(text)}`);
        if (one !== other || here.status < 300) differing.push([method, path, one, other]);
      }
      const own = await asking(method as 'GET', at(NEW), token);
      if (own.status !== 403 && own.status !== 404) opened.push(`${method} ${path} ${String(action)}`);
    }
    expect(differing).toEqual([]);
    expect(new Set(opened.map((each) => each.split(' ')[2]))).toEqual(new Set(['partnership.set-up']));
  }, 120_000);

  it('is refused without what it needs, and nothing is recorded', async () => {
    const head = await running.tracker.store.head();
    const answer = await asking('POST', `${BASE}/${NEW}/settings/registration`, token, {
      name: ' ',
      publishes: ['all'],
    });
    expect([answer.status, (answer.body as { errors: { field: string }[] }).errors.map(({ field }) => field)]).toEqual([
      400,
      expect.arrayContaining(['name', 'publishes']),
    ]);
    expect(await running.tracker.store.head()).toBe(head);
  });

  it('is begun once, by its administrator, and is there for everybody then', async () => {
    const key = randomUUID();
    const begin = () =>
      asking('POST', `${BASE}/${NEW}/settings/registration`, token, REGISTRATION).set('Idempotency-Key', key);
    const [first, again] = [await begin(), await begin()];
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    const caller = new Caller(running, null, NEW);
    const timeline = await caller.get('timeline');
    await until('it is there', async () => (await caller.get('timeline')).status === 200);
    expect([200, 401]).toContain(timeline.status);
    const second = await asking('POST', `${BASE}/${NEW}/settings/registration`, token, REGISTRATION);
    expect([second.status, JSON.stringify(second.body)]).toEqual([422, expect.stringContaining('not-registered-yet')]);
  });

  it('is changed by those who read its newest version, and tells what it decided', async () => {
    const path = `${BASE}/${NEW}/settings`;
    const read = await asking('GET', path, token);
    expect([read.status, read.body]).toEqual([
      200,
      expect.objectContaining({ name: 'Inverbeg Partnership', publishes: ['timeline'], themes: [], retention: null }),
    ]);
    const etag = String((read.headers as Record<string, string>).etag);
    const rename = (name: string) => asking('POST', `${path}/name`, token, { name }).set('If-Match', etag);
    expect((await rename('Inverbeg and the Isles')).status).toBe(200);
    expect((await rename('Inverbeg')).status).toBe(412);
    const themes = [
      { title: 'Being heard', primary: 'voice', also: ['rights'], reason: 'It is about being heard.' },
      { title: 'Somewhere to live' },
    ];
    expect((await asking('POST', `${path}/themes`, token, { themes })).status).toBe(200);
    expect((await asking('POST', `${path}/publication`, token, { publishes: [] })).status).toBe(200);
    const kept = { accountMonths: 12, reason: 'Long enough to come back.' };
    const last = await asking('POST', `${path}/retention`, token, kept);
    const position = (last.body as { position: string }).position;
    const now = await asking('GET', path, token).set('Read-After', position);
    expect(now.body).toMatchObject({
      name: 'Inverbeg and the Isles',
      publishes: [],
      themes: [
        { key: 't1', title: 'Being heard', primary: 'voice', also: ['rights'] },
        { key: 't2', title: 'Somewhere to live', primary: null },
      ],
      retention: kept,
    });
  });

  it.each([
    ['themes', { themes: [{ title: 'A', primary: 'kindness' }] }, 400, 'themes.0.primary'],
    ['themes', { themes: ['A'] }, 400, 'themes'],
    ['themes', { themes: [{ title: 'A', primary: 'care' }] }, 422, 'themes.0.reason'],
    ['themes', { themes: Array.from({ length: 31 }, (_, n) => ({ title: `T${n}` })) }, 400, 'themes'],
    ['retention', { accountMonths: 0, reason: 'None.' }, 400, 'accountMonths'],
    ['retention', { accountMonths: '12', reason: 'None.' }, 400, 'accountMonths'],
    ['publication', { publishes: ['everything'] }, 400, 'publishes'],
    ['name', {}, 400, 'name'],
  ])('refuses %s %j with %i, naming %s', async (command, body, status, field) => {
    const head = await running.tracker.store.head();
    const answer = await asking('POST', `${BASE}/${NEW}/settings/${command}`, token, body);
    const faults = (answer.body as { errors: { field: string }[] }).errors.map((each) => each.field);
    expect([answer.status, faults]).toEqual([status, expect.arrayContaining([field])]);
    expect(await running.tracker.store.head()).toBe(head);
  });
});
