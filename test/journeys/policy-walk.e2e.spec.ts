import { randomUUID } from 'node:crypto';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Action, DEMONSTRATION_ROLES, mayDo, mayDoUnsigned } from '@promise/identity';
import request from 'supertest';
import { refuseRoutesWithoutAction, type Route, routesOf } from '../../apps/server/src/sign-in/routes';
import { type RunningTracker, runningTracker } from '../support/running-tracker';

type Walker = (typeof DEMONSTRATION_ROLES)[number] | null;
const WALKERS: readonly Walker[] = [null, ...DEMONSTRATION_ROLES];

/** Publishes nothing, so that everybody needs a role. */
const PARTNERSHIP = 'south-lanarkshire';

/** What a person may spell in another way, and what must not open another door by it. */
const SPELLINGS: Readonly<Record<string, (path: string) => string>> = {
  plain: (path) => path,
  'a slash at the end': (path) => `${path}/`,
  capitals: (path) => path.toUpperCase(),
  'an encoded letter': (path) => path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  'two slashes': (path) => path.replace(/\//, '//'),
};

const OTHER_METHODS = ['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'POST', 'GET'];

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly location: string;
}

/** Not signed in (pages lead to the sign-in), or not allowed. */
function isRefusal({ status, text, location }: Answer): boolean {
  if (status === 401 || (status === 303 && location.startsWith('/sign-in?'))) return true;
  // A form that was opened in this browser is refused as well, but only to those who may send it.
  return status === 403 && !text.includes('opened in this browser');
}

describe('every route, method, role and spelling', () => {
  let running: RunningTracker;
  let routes: readonly Route[];

  beforeAll(async () => {
    running = await runningTracker();
    routes = routesOf(running.app);
  });
  afterAll(() => running.stop());

  async function ask(method: string, path: string, walker: Walker): Promise<Answer> {
    const call = request(running.server)[method.toLowerCase() as 'get'](path);
    if (walker !== null) void call.set('Authorization', `Bearer ${running.token[walker]}`);
    if (method === 'POST') void call.send({});
    const { status, text, headers } = await call;
    return { status, text, location: (headers as Record<string, string>).location ?? '' };
  }

  const may = (action: Action, walker: Walker): boolean =>
    walker === null ? mayDoUnsigned(action, []) : mayDo(action, [walker]);

  it('opens exactly what the table says', async () => {
    const wrong: unknown[] = [];
    for (const { method, path, action } of routes) {
      for (const walker of WALKERS) {
        const answer = await ask(method, filledIn(path), walker);
        if (action === undefined || isRefusal(answer) === may(action, walker))
          wrong.push([method, path, walker, answer]);
      }
    }
    expect(routes.length).toBeGreaterThan(60);
    expect(wrong).toEqual([]);
  }, 120_000);

  it('opens no more by another spelling', async () => {
    const wrong: unknown[] = [];
    for (const { method, path, action } of routes) {
      for (const [spelling, spell] of Object.entries(SPELLINGS)) {
        for (const walker of WALKERS.filter((each) => action === undefined || !may(action, each))) {
          const answer = await ask(method, spell(filledIn(path)), walker);
          if (!isRefusal(answer) && answer.status !== 404) wrong.push([method, path, spelling, walker, answer]);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 240_000);

  it('opens no more by another method', async () => {
    const wrong: unknown[] = [];
    for (const { path } of routes) {
      const declared = routes.filter((route) => route.path === path).map(({ method }) => method);
      for (const other of OTHER_METHODS.filter((method) => !declared.includes(method))) {
        const answer = await ask(other, filledIn(path), null);
        if (!isRefusal(answer) && answer.status !== 404 && !isHarmless(other, path, answer)) {
          wrong.push([other, path, answer]);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  /** HEAD of what everybody may get, and the list of methods that a path answers to OPTIONS. */
  function isHarmless(method: string, path: string, { status, text }: Answer): boolean {
    const got = routes.find((route) => route.path === path && route.method === 'GET')?.action;
    if (method === 'HEAD') return got !== undefined && may(got, null);
    return method === 'OPTIONS' && status === 200 && /^[A-Z,\s]*$/.test(text);
  }
});

describe('a route that does not stand in the policy table', () => {
  @Controller('forgotten')
  class ForgottenController {
    @Get('door')
    open(): string {
      return 'open';
    }
  }

  @Module({ controllers: [ForgottenController] })
  class ForgottenModule {}

  it('stops the start', async () => {
    const app = await NestFactory.create(ForgottenModule, { logger: false });
    expect(() => {
      refuseRoutesWithoutAction(app);
    }).toThrow('GET /forgotten/door (ForgottenController.open)');
    await app.close();
  });
});

/** The path with something in its places that could stand there. */
function filledIn(path: string): string {
  return path.replace(/:(\w+)/g, (_, name: string) =>
    name === 'partnership' ? PARTNERSHIP : (VALUES[name] ?? randomUUID()),
  );
}

const VALUES: Readonly<Record<string, string>> = { plan: 'childrens-services-plan-2021-23', foundation: 'voice' };
