import request from 'supertest';
import { mainFormOf } from '../support/html-form';
import { Council, TRACKER } from '../support/council';
import { type ProviderClaims } from '../support/openid-provider';
import { textOf, type Visited, Visitor } from '../support/visitor';

const NORTH = '/p/north-lanarkshire';

describe('people of a council sign in with OpenID Connect', () => {
  let council: Council;

  beforeAll(async () => {
    council = await Council.open();
  });
  afterAll(() => council.stop());

  const arrives = (person: string, claims: ProviderClaims, to?: string): Promise<[Visitor, Visited]> =>
    council.arrives(person, claims, to);

  async function trail(): Promise<string> {
    const administrator = await Visitor.signedIn(council.running, 'administrator');
    return textOf((await administrator.get(`${NORTH}/trail?kind=people`)).html);
  }

  it('by a button, and have the roles of their groups', async () => {
    const page = await new Visitor(council.running).get('/sign-in?to=/p/north-lanarkshire/my-work');
    expect(page.html).toContain('href="/sign-in/with/council?to=%2Fp%2Fnorth-lanarkshire%2Fmy-work"');
    expect(textOf(page.html)).toContain('Sign in with Clyde Council');
    const [ailsa, answer] = await arrives(
      'ailsa',
      { name: 'Ailsa Craig', groups: ['promise-workers', 'all-staff'] },
      `${NORTH}/my-work`,
    );
    expect([answer.status, answer.location]).toEqual([303, `${NORTH}/my-work`]);
    const work = await ailsa.get(`${NORTH}/my-work`);
    expect([work.status, textOf(work.html)]).toEqual([200, expect.stringContaining('Signed in as Ailsa Craig')]);
    expect((await ailsa.get('/p/south-lanarkshire/report')).status).toBe(200);
    expect((await ailsa.get('/p/south-lanarkshire/my-work')).status).toBe(403);
    const told = await trail();
    expect(told).toMatch(/became development worker from [\w ]+, by their group at the sign-in service/);
    expect(told).toContain('the sign-in service');
    expect(told).not.toContain('Ailsa');
  });

  it('lose a role with its group and keep what was given by hand', async () => {
    await arrives('bute', { name: 'Isle of Bute', groups: ['promise-workers'] });
    const administrator = await Visitor.signedIn(council.running, 'administrator');
    const list = await administrator.get(`${NORTH}/people`);
    expect(textOf(list.html)).toContain('by their group at the sign-in service');
    const own = /href="([^"]+)">Isle of Bute/.exec(list.html)?.[1] ?? '';
    const page = await administrator.get(own);
    expect(textOf(page.html)).toContain('no link is made for them here');
    expect(page.html).not.toContain(`action="${own}/link"`);
    const { action } = mainFormOf(page.html);
    await administrator.send({ ...mainFormOf(page.html), action: `${own}/link` }, {}, own);
    await administrator.send({ ...mainFormOf(page.html), action }, { role: 'lead' }, own);
    const [bute, answer] = await arrives('bute', { name: 'Bute', groups: [] });
    expect(answer.status).toBe(303);
    expect((await bute.get(`${NORTH}/milestones/new`)).status).toBe(403);
    expect((await bute.get(`${NORTH}/my-work`)).status).toBe(200);
    expect((await bute.get('/p/south-lanarkshire/report')).status).toBe(403);
    const told = await trail();
    expect(told).toContain('is no longer development worker: They are no longer in the group');
    expect(told).not.toContain('given a new link');
  });

  it('have no link of their own, as that would be a second door', async () => {
    const before = await council.events();
    await arrives('arran', { name: 'Arran', groups: ['promise-workers'] });
    expect(await council.events()).toBe(before + 2);
    const person = (await council.personOf('arran')) ?? '';
    expect(await council.running.tracker.accounts.one(person)).toMatchObject({
      name: 'Arran',
      active: true,
      isElsewhere: true,
    });
  });

  it('have programs act for them for 30 days after they were last here', async () => {
    await arrives('lewis', { name: 'Lewis', groups: ['promise-workers'] });
    const person = (await council.personOf('lewis')) ?? '';
    const token = await council.running.tracker.tokens.make(person, { name: 'Sheet', mayRecord: false, days: 365 });
    const read = async (): Promise<number> => {
      const call = request(council.running.server).get('/api/v1/partnerships/north-lanarkshire/trail');
      return (await call.set('Authorization', `Bearer ${token}`)).status;
    };
    expect(await read()).toBe(200);
    const last = `UPDATE access.identity SET signed_in_at = now() - interval '31 days' WHERE person = '${person}'`;
    await council.inDatabase(last);
    expect(await read()).toBe(401);
    await arrives('lewis', { name: 'Lewis', groups: ['promise-workers'] });
    expect(await read()).toBe(200);
  });

  it('are let in for the days that an inspector has', async () => {
    const [islay, answer] = await arrives('islay', { name: 'Islay', groups: ['promise-inspectors'] });
    expect(answer.status).toBe(303);
    expect((await islay.get(`${NORTH}/trail`)).status).toBe(200);
    expect(await trail()).toMatch(/became inspector from [\w ]+ to [\w ]+, by their group/);
  });

  it('are told that they have no role, and nothing is kept of them', async () => {
    const [before, from] = [await council.events(), council.running.logged.length];
    const [visitor, answer] = await arrives('muck', { name: 'Muck Unmistakable', groups: ['all-staff'] });
    expect([answer.status, textOf(answer.html)]).toEqual([403, expect.stringContaining('You have no role here')]);
    expect((await visitor.get('/sign-ins')).status).toBe(303);
    expect(await council.events()).toBe(before);
    expect(await council.personOf('muck')).toBeNull();
    expect(council.noted(from)).toMatchObject([{ security: 'openid-refused', kind: 'council no-role none' }]);
  });

  it('get no role in a partnership that is not here', async () => {
    const from = council.running.logged.length;
    const [, answer] = await arrives('rona', { name: 'Rona', groups: ['promise-elsewhere'] });
    expect(answer.status).toBe(403);
    expect(council.noted(from)[0]).toMatchObject({ security: 'role-of-unknown-partnership', kind: 'east-of-nowhere' });
  });

  it('are asked for at the userinfo endpoint where the ID token tells no groups', async () => {
    const [kit, answer] = await arrives('kit', { name: 'Kit', userinfo: { groups: ['promise-workers'] } });
    expect(answer.status).toBe(303);
    expect((await kit.get(`${NORTH}/milestones/new`)).status).toBe(200);
  });

  it.each([
    ['there are too many to tell', { _claim_names: { groups: 'src1' } }],
    ['they are no list', { groups: { worker: true } }],
  ])('keep their roles and are refused when %s', async (_, claims) => {
    await arrives('skye', { name: 'Skye', groups: ['promise-workers'] });
    const before = await council.events();
    const [, answer] = await arrives('skye', { name: 'Skye', ...claims });
    expect([answer.status, textOf(answer.html)]).toEqual([
      403,
      expect.stringContaining('Your groups could not be read'),
    ]);
    expect(await council.events()).toBe(before);
  });

  it('are one person, also when they first come twice at once', async () => {
    const comings = [
      await council.answered('jura', { groups: ['promise-workers'] }),
      await council.answered('jura', { groups: ['promise-workers'] }),
    ];
    const answers = await Promise.all(comings.map(({ visitor, back }) => visitor.get(back)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const pages = await Promise.all(comings.map(({ visitor }) => visitor.get('/sign-ins')));
    for (const { html } of pages) {
      expect(textOf(html)).toContain('Signed in as Somebody from Clyde Council');
      expect(html).toContain('Sign out everywhere else');
    }
    const own = await council.events();
    await arrives('jura', { groups: ['promise-workers'] });
    expect(await council.events()).toBe(own);
  });

  it('keep a partnership its last administrator', async () => {
    const from = council.running.logged.length;
    await arrives('eigg', { name: 'Eigg', groups: ['promise-administrators'] });
    const [eigg, answer] = await arrives('eigg', { name: 'Eigg', groups: [] });
    expect(answer.status).toBe(303);
    expect((await eigg.get(`${NORTH}/people`)).status).toBe(200);
    expect(council.noted(from)).toContainEqual(
      expect.objectContaining({ security: 'last-administrator-kept', kind: 'north-lanarkshire' }),
    );
  });

  it('sign out here at once, and at the provider by one more step', async () => {
    const [visitor] = await arrives('tiree', { name: 'Tiree', groups: ['promise-workers'] });
    const page = await visitor.get('/accessibility');
    const csrf = /name="_csrf" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    const answer = await visitor.send({ action: '/sign-out', withFile: false, fields: { _csrf: csrf } }, {}, '/');
    expect(answer.location).toBe('/sign-out?of=council');
    expect((await visitor.get('/sign-ins')).status).toBe(303);
    const out = await visitor.get(answer.location);
    expect(textOf(out.html)).toContain('You may still be signed in with Clyde Council.');
    const there = new URL((await visitor.get('/sign-out/with/council')).location);
    expect(there.origin).toBe(council.provider.issuer);
    expect(there.searchParams.get('post_logout_redirect_uri')).toBe(`${TRACKER}/sign-out`);
    expect((await fetch(there)).status).toBe(200);
    expect((await visitor.get('/sign-out')).status).toBe(200);
  });

  it('go to no other site afterwards', async () => {
    const [, answer] = await arrives('coll', { groups: ['promise-workers'] }, 'https://elsewhere.example/');
    expect(answer.location).toBe('/');
  });

  it('are told when there is no such service', async () => {
    for (const path of ['/sign-in/with/nobody', '/sign-in/with/nobody/back', '/sign-out/with/nobody']) {
      expect([path, (await new Visitor(council.running).get(path)).status]).toEqual([path, 404]);
    }
  });
});
