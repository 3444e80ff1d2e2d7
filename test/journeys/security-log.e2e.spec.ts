import { mainFormOf } from '../support/html-form';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { guessUntilWait } from '../support/slow-waits';
import { until } from '../support/until';
import { textOf, type Visited, Visitor } from '../support/visitor';

const PEOPLE = '/p/north-lanarkshire/people';
const NAME = 'Unst Unmistakable';
const SIGN_IN_NAME = 'unst.unmistakable';
const PASSWORD = 'three quiet otters';

describe('the security events in the log', () => {
  let running: RunningTracker;

  beforeAll(async () => {
    running = await runningTracker();
  });
  afterAll(() => running.stop());

  const noted = (): Record<string, string>[] =>
    running.logged.map((line) => JSON.parse(line) as Record<string, string>).filter(({ security }) => security);
  const events = (): string[] => noted().map(({ security }) => security ?? '');

  async function signingIn(signInName: string, password: string): Promise<[Visitor, Visited]> {
    const visitor = new Visitor(running);
    const page = await visitor.get('/sign-in');
    return [visitor, await visitor.send(mainFormOf(page.html), { signInName, password }, page.address)];
  }

  it('say who did what, and hold no name, password, token, link or address', async () => {
    const administrator = await Visitor.signedIn(running, 'administrator');
    const invited = await administrator.fill(await administrator.get(PEOPLE), { name: NAME, role: 'board' });
    const link = /welcome\?link=([\w-]{43})/.exec(invited.html)?.[1] ?? '';
    const first = new Visitor(running);
    await first.fill(await first.get(`/welcome?link=${link}`), { signInName: SIGN_IN_NAME, password: PASSWORD });
    await first.get(`/welcome?link=${link}`);
    const [person] = await signingIn(SIGN_IN_NAME, PASSWORD);
    await guessUntilWait(async () => {
      const [, page] = await signingIn(SIGN_IN_NAME, 'Guessed-It-Wrong');
      return textOf(page.html).includes('too many wrong tries');
    });
    await until('the role is known', async () => (await person.get('/p/north-lanarkshire/compare')).status === 200);
    expect((await person.get('/p/north-lanarkshire/people')).status).toBe(403);
    const page = await person.get('/sign-ins');
    await person.send(mainFormOf(page.html, 'Sign out everywhere else'), {}, '/sign-ins');
    const made = await person.send(mainFormOf(page.html, 'name="may"'), { name: 'Sheet', may: 'read' }, '/sign-ins');
    const token = /promise_[\w-]{43}/.exec(made.html)?.[0] ?? textOf(made.html);
    await person.send(mainFormOf((await person.get('/sign-ins')).html, 'End “Sheet”'), {}, '/sign-ins');
    await person.send({ ...mainFormOf(page.html), action: '/sign-out' }, {}, '/sign-ins');

    expect(new Set(events())).toEqual(
      new Set([
        'signed-in',
        'link-made',
        'link-used',
        'dead-link-tried',
        'sign-in-failed',
        'sign-in-waited',
        'access-refused',
        'session-ended',
        'token-made',
        'token-ended',
        'signed-out',
      ]),
    );
    const refused = noted().find(({ security }) => security === 'access-refused');
    expect(refused).toMatchObject({
      level: 40,
      action: 'people.read',
      person: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const names = new Set(noted().flatMap(({ name }) => name ?? []));
    expect([...names]).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
    expect(running.logged.join('\n')).not.toMatch(
      new RegExp([NAME, SIGN_IN_NAME, PASSWORD, 'Guessed-It-Wrong', link, token, '127.0.0.1', 'Sheet'].join('|')),
    );
  });
});
