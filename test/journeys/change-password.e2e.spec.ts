import request from 'supertest';
import { mainFormOf } from '../support/html-form';
import { Newcomers, PASSWORD } from '../support/newcomers';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { until } from '../support/until';
import { guessUntilWait, slowWaits } from '../support/slow-waits';
import { textOf, type Visited, Visitor } from '../support/visitor';

const NEW_PASSWORD = 'another three otters';

describe('changing one’s own password', () => {
  let running: RunningTracker;
  let people: Newcomers;

  beforeAll(async () => {
    running = await runningTracker();
    people = await Newcomers.to(running);
  });
  afterAll(() => running.stop());

  async function change(visitor: Visitor, currentPassword: string, newPassword: string): Promise<Visited> {
    const form = mainFormOf((await visitor.get('/sign-ins')).html, 'name="newPassword"');
    return visitor.send(form, { currentPassword, newPassword }, '/sign-ins');
  }

  async function tokenOf(visitor: Visitor): Promise<string> {
    const form = mainFormOf((await visitor.get('/sign-ins')).html, 'name="may"');
    const page = await visitor.send(form, { name: 'Sheet', may: 'read' }, '/sign-ins');
    return /promise_[\w-]{43}/.exec(page.html)?.[0] ?? '';
  }

  it('ends every other session, every token and every link, and lets this browser go on', async () => {
    const here = await people.takeUp(await people.invite('Ailsa Craig'), 'ailsa');
    const [elsewhere] = await people.signIn('ailsa');
    const list = async (): Promise<string> => (await people.administrator.get('/p/north-lanarkshire/people')).html;
    await until('the role is known', async () => (await list()).includes('Ailsa'));
    const [link, token] = [await people.newLink('Ailsa Craig'), await tokenOf(here)];
    const byToken = async (): Promise<number> =>
      (
        await request(running.server)
          .get('/api/v1/partnerships/north-lanarkshire/milestones')
          .set('Authorization', `Bearer ${token}`)
      ).status;
    expect(await byToken()).toBe(200);
    const { sessionToken } = here;
    const head = await running.tracker.store.head();
    const changed = await change(here, PASSWORD, NEW_PASSWORD);
    expect([changed.status, changed.location]).toEqual([303, '/sign-ins?ended=password']);
    expect(textOf((await here.get(changed.location)).html)).toContain('Your password is changed.');
    expect(here.sessionToken).not.toBe(sessionToken);
    expect(await running.tracker.sessions.behind(sessionToken, { partnership: null, day: '2026-01-01' })).toBeNull();
    expect((await elsewhere.get('/sign-ins')).status).toBe(303);
    expect(await byToken()).toBe(401);
    expect((await new Visitor(running).get(link)).status).toBe(404);
    expect((await people.signIn('ailsa', PASSWORD))[1].status).toBe(400);
    expect((await people.signIn('ailsa', NEW_PASSWORD))[1].status).toBe(303);
    expect(await running.tracker.store.head()).toBe(head);
    expect(running.logged.join('\n')).toContain('"security":"password-changed"');
    expect(running.logged.join('\n')).not.toMatch(new RegExp(`${PASSWORD}|${NEW_PASSWORD}`));
  });

  it('asks for the present one, and says what is wrong with the new one', async () => {
    const visitor = await people.takeUp(await people.invite('Bass Rock'), 'bass');
    for (const [current, wanted, field, said] of [
      ['', NEW_PASSWORD, 'currentPassword', 'This is not right'],
      ['not the password', NEW_PASSWORD, 'currentPassword', 'This is not right'],
      [PASSWORD, 'short', 'newPassword', 'at least 12 characters'],
      [PASSWORD, 'bass likes walking', 'newPassword', 'has your own name in it'],
    ] as const) {
      const page = await change(visitor, current, wanted);
      expect([current, page.status, textOf(page.html)]).toEqual([current, 400, expect.stringContaining(said)]);
      expect(page.html).toMatch(new RegExp(`error-summary.*href="#${field}"`));
      expect(page.html).not.toContain(`value="${wanted}"`);
    }
    expect((await people.signIn('bass', PASSWORD))[1].status).toBe(303);
  });

  it('is slowed for whoever guesses the present one in a browser that was left open', async () => {
    const visitor = await people.takeUp(await people.invite('Canna Sound'), 'canna');
    await guessUntilWait(async () => {
      const page = await change(visitor, 'guess after guess', NEW_PASSWORD);
      return textOf(page.html).includes('too many wrong tries');
    });
    await slowWaits(running);
    expect((await change(visitor, PASSWORD, NEW_PASSWORD)).status).toBe(400);
  });

  it('is not offered to those who have no password here', async () => {
    const page = await people.administrator.get('/sign-ins');
    expect(page.html).not.toMatch(/newPassword|name="proof"/);
    const form = { ...mainFormOf(page.html, 'name="may"'), action: '/sign-ins/password' };
    const refused = await people.administrator.send(form, { currentPassword: '', newPassword: NEW_PASSWORD }, '');
    expect(refused.status).toBe(400);
  });
});
