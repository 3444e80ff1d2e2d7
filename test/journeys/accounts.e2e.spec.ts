import { randomUUID } from 'node:crypto';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { OPERATOR } from '@promise/identity';
import { EndRoleCommand, GrantRoleCommand } from '@promise/people';
import type { CommandContext, Recorded } from '@promise/recording';
import request from 'supertest';
import { mainFormOf } from '../support/html-form';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { slowWaits } from '../support/slow-waits';
import { until } from '../support/until';
import { textOf, type Visited, Visitor } from '../support/visitor';

const PEOPLE = '/p/north-lanarkshire/people';
const PASSWORD = 'three quiet otters';

describe('people with accounts of their own', () => {
  let running: RunningTracker;
  let administrator: Visitor;

  beforeAll(async () => {
    running = await runningTracker();
    administrator = await Visitor.signedIn(running, 'administrator');
  });
  afterAll(() => running.stop());

  /** Invites somebody and returns the address of their link. */
  async function invited(name: string, role: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
    const page = await administrator.fill(await administrator.get(PEOPLE), { name, role, ...more });
    const link = /welcome\?link=[\w-]{43}/.exec(page.html)?.[0];
    if (!link) throw new Error(textOf(page.html));
    return `/${link}`;
  }

  async function takenUp(link: string, signInName: string, password = PASSWORD): Promise<[Visitor, Visited]> {
    const visitor = new Visitor(running);
    return [visitor, await visitor.fill(await visitor.get(link), { signInName, password })];
  }

  async function signingIn(signInName: string, password: string): Promise<[Visitor, Visited]> {
    const visitor = new Visitor(running);
    const page = await visitor.get('/sign-in');
    return [visitor, await visitor.send(mainFormOf(page.html), { signInName, password }, page.address)];
  }

  /** What pages say once they show what was recorded. */
  async function shown(visitor: Visitor, path: string, text: string): Promise<string> {
    let page = '';
    await until(`${path} says ${text}`, async () => {
      page = textOf((await visitor.get(path)).html);
      return page.includes(text);
    });
    return page;
  }

  it('are invited by a link, choose how to sign in, and do what their role allows', async () => {
    const [sam, welcomed] = await takenUp(await invited('Sam Moray', 'worker'), 'Sam.M');
    expect([welcomed.status, welcomed.location]).toEqual([303, '/']);
    await shown(sam, '/p/north-lanarkshire', 'Signed in as Sam Moray');
    expect((await sam.get('milestones/new')).status).toBe(200);
    expect((await sam.get(PEOPLE)).status).toBe(403);
    const [again, answer] = await signingIn('sam.m', PASSWORD);
    expect(answer.status).toBe(303);
    expect((await again.get('milestones/new')).status).toBe(200);
  });

  it('have no role in another partnership', async () => {
    const [kit] = await takenUp(await invited('Kit Lorne', 'worker'), 'kit');
    await shown(kit, '/p/north-lanarkshire/my-work', 'My work');
    expect((await kit.get('/p/south-lanarkshire/my-work')).status).toBe(403);
    expect((await kit.get('/p/south-lanarkshire/trail')).status).toBe(403);
  });

  it('stand in the trail without their names', async () => {
    await invited('Nevis Unmistakable', 'board');
    const page = await shown(administrator, '/p/north-lanarkshire/trail?kind=people', 'became Champions Board member');
    expect(page).not.toContain('Unmistakable');
    expect(running.logged.join('\n')).not.toMatch(/Unmistakable|welcome\?link|otters/);
    const events = await running.tracker.store.readAll(null, 10_000);
    const bytes = events.map(({ envelope, payload }) => Buffer.concat([envelope, payload]).toString('utf8')).join('\n');
    expect(bytes).toContain('RoleGranted');
    expect(bytes).not.toContain('Unmistakable');
  });

  it('use a link once, and the newest one alone', async () => {
    const link = await invited('Una Firth', 'lead');
    await takenUp(link, 'una');
    const [, second] = await takenUp(link, 'una2').catch((error: unknown) => [null, error] as const);
    expect(String(second)).toContain('there is no form');
    const dead = await new Visitor(running).get(link);
    expect([dead.status, textOf(dead.html)]).toEqual([404, expect.stringContaining('This link does not work')]);
  });

  it('are told what is wrong with a name or a password, and keep what they typed', async () => {
    const link = await invited('Iona Sound', 'board');
    for (const [signInName, password, said] of [
      ['i', PASSWORD, 'The sign-in name must be 3 to 100 small letters'],
      ['iona', 'short', 'at least 12 characters'],
      ['iona', 'abcabcabcabcabc', 'the same again and again'],
      ['iona', 'iona likes walking', 'has your own name in it'],
      ['sam.m', PASSWORD, 'somebody else’s'],
      ['demonstration-worker', PASSWORD, 'No sign-in name may begin with demonstration-'],
    ] as const) {
      const [, page] = await takenUp(link, signInName, password);
      expect([signInName, password, page.status, textOf(page.html)]).toEqual([
        signInName,
        password,
        400,
        expect.stringContaining(said),
      ]);
      expect(page.html).toContain(`value="${signInName}"`);
      expect(page.html).not.toContain(password);
    }
    expect((await takenUp(link, 'iona'))[1].status).toBe(303);
  });

  it('are told the same for a wrong password and an unknown name', async () => {
    const answers = [await signingIn('sam.m', 'not the password'), await signingIn('nobody-here', 'not the password')];
    const [wrong, unknown] = answers.map(([, page]) => textOf(page.html).replace(/nobody-here|sam\.m/g, ''));
    expect(wrong).toContain('We do not know this name with this password.');
    expect(unknown).toBe(wrong);
  });

  it('wait after many wrong tries, and are not shut out elsewhere or for good', async () => {
    await takenUp(await invited('Rum Eigg', 'board'), 'rum.eigg');
    const tries = await Promise.all(Array.from({ length: 20 }, () => signingIn('rum.eigg', 'guess after guess')));
    const waits = tries.filter(([, { html }]) => textOf(html).includes('too many wrong tries'));
    expect(waits.length).toBeGreaterThanOrEqual(10);
    await slowWaits(running);
    expect((await signingIn('rum.eigg', PASSWORD))[1].status).toBe(400);
    const { accounts } = running.tracker;
    const elsewhere = await accounts.withPassword({ signInName: 'rum.eigg', password: PASSWORD }, '192.0.2.7');
    expect(elsewhere).toMatchObject({ proven: { person: expect.any(String) }, mustWait: false });
  });

  it('lose at once what a role allowed when it ends, with a reason in the trail', async () => {
    const [skye] = await takenUp(await invited('Skye Bridge', 'worker'), 'skye');
    await shown(skye, '/p/north-lanarkshire/my-work', 'My work');
    const list = await administrator.get(PEOPLE);
    const own = /href="([^"]+)">Skye Bridge/.exec(list.html)?.[1] ?? '';
    const page = await administrator.get(own);
    const ending = mainFormOf(page.html, 'name="endedRole"');
    const noReason = await administrator.send(ending, { endedRole: 'worker', reason: '' }, own);
    expect([noReason.status, textOf(noReason.html)]).toEqual([400, expect.stringContaining('Say why the role ends.')]);
    const answer = await administrator.send(ending, { endedRole: 'worker', reason: 'Moved to another job.' }, own);
    expect(answer.status).toBe(303);
    expect((await skye.get('my-work')).status).toBe(403);
    await shown(administrator, '/p/north-lanarkshire/trail?kind=people', 'Moved to another job.');
  });

  it('see where they are signed in, and sign out everywhere else', async () => {
    const link = await invited('Tiree Coll', 'board');
    const [first] = await takenUp(link, 'tiree');
    const [second, signedIn] = await signingIn('tiree', PASSWORD);
    expect([signedIn.status, textOf(signedIn.html)]).toEqual([303, expect.any(String)]);
    const page = await shown(second, '/sign-ins', 'this browser');
    expect(page.match(/2026|20\d\d/g)?.length).toBeGreaterThanOrEqual(4);
    const answer = await second.fill(await second.get('/sign-ins'));
    expect(answer.location).toBe('/sign-ins?ended=others');
    expect((await second.get('/sign-ins')).status).toBe(200);
    expect((await first.get('/sign-ins')).status).toBe(303);
  });

  it('let a program act for them by a token, which reads or records as they chose, until they end it', async () => {
    const [mull] = await takenUp(await invited('Mull Staffa', 'worker'), 'mull');
    await shown(mull, '/p/north-lanarkshire/my-work', 'My work');
    const reading = await newToken(mull, { name: 'Spreadsheet', may: 'read' });
    const recording = await newToken(mull, { name: 'Importer', may: 'record', days: '365' });
    const by = (token: string) => (path: string, body?: object) => {
      const address = `/api/v1/partnerships/${path}`;
      const call = body ? request(running.server).post(address).send(body) : request(running.server).get(address);
      return call.set('Authorization', `Bearer ${token}`);
    };
    const proposal = {
      title: 'By a program',
      foundation: 'care',
      horizon: '5-year',
      timescale: 'by March 2027',
      leads: ['TNT'],
    };
    expect((await by(reading)('north-lanarkshire/milestones')).status).toBe(200);
    const refused = await by(reading)('north-lanarkshire/milestones', proposal);
    expect([refused.status, (refused.body as { detail: string }).detail]).toEqual([
      403,
      'This token may read and not record.',
    ]);
    expect((await by(recording)('north-lanarkshire/milestones', proposal)).status).toBe(201);
    expect((await by(recording)('south-lanarkshire/milestones')).status).toBe(403);

    for (const token of [reading, recording]) {
      for (const path of ['/sign-ins', '/sign-ins/second-factor']) {
        const own = await request(running.server).get(path).set('Authorization', `Bearer ${token}`);
        expect([path, own.status]).toEqual([path, 403]);
      }
    }

    const page = await mull.get('/sign-ins');
    expect(page.html).not.toContain(reading);
    const other = await Visitor.signedIn(running, 'board');
    const ending = mainFormOf(page.html, 'End “Importer”');
    await other.send(mainFormOf((await other.get('/sign-ins')).html), {}, ending.action);
    expect((await by(recording)('north-lanarkshire/milestones')).status).toBe(200);
    expect((await mull.send(ending, {}, '/sign-ins')).location).toBe('/sign-ins?ended=token');
    expect((await by(recording)('north-lanarkshire/milestones')).status).toBe(401);
    expect((await by('promise_' + 'x'.repeat(43))('north-lanarkshire/milestones')).status).toBe(401);
  });

  it('are asked what a token is for and what it may do', async () => {
    const page = await administrator.get('/sign-ins');
    const form = mainFormOf(page.html, 'name="may"');
    for (const [answers, said] of [
      [{ name: '', may: 'read' }, 'Say what the token is for.'],
      [{ name: 'Sheet' }, 'Choose what it may do.'],
      [{ name: 'x'.repeat(101), may: 'read' }, 'This is too long'],
    ] as const) {
      const answer = await administrator.send(form, answers, '/sign-ins');
      expect([answer.status, textOf(answer.html)]).toEqual([400, expect.stringContaining(said)]);
    }
  });

  async function newToken(visitor: Visitor, answers: Readonly<Record<string, string>>): Promise<string> {
    const form = mainFormOf((await visitor.get('/sign-ins')).html, 'name="may"');
    const page = await visitor.send(form, answers, '/sign-ins');
    const token = /promise_[\w-]{43}/.exec(page.html)?.[0];
    if (!token) throw new Error(textOf(page.html));
    return token;
  }

  it('get a new link from an administrator, unless they have a role in another partnership', async () => {
    const link = await invited('Jura Islay', 'board');
    const [old] = await takenUp(link, 'jura');
    await shown(administrator, PEOPLE, 'Jura Islay');
    const own = /href="([^"]+)">Jura Islay/.exec((await administrator.get(PEOPLE)).html)?.[1] ?? '';
    const page = await administrator.get(own);
    const made = await administrator.send(mainFormOf(page.html, `${own}/link`), {}, own);
    const newLink = /welcome\?link=[\w-]{43}/.exec(made.html)?.[0] ?? '';
    expect((await takenUp(`/${newLink}`, 'jura', 'another three otters'))[1].status).toBe(303);
    expect((await old.get('/sign-ins')).status).toBe(303);
    expect((await signingIn('jura', PASSWORD))[1].status).toBe(400);

    await shown(administrator, '/p/north-lanarkshire/trail?kind=people', 'was given a new link');
    const person = own.split('/').at(-1) ?? '';
    await beyondTheWall((context) => new GrantRoleCommand(context, { person, role: 'board' }));
    await shown(administrator, own, 'only whoever runs the tracker');
    const refused = await administrator.send(mainFormOf(page.html, `${own}/link`), {}, own);
    expect(refused.html).not.toMatch(/welcome\?link=/);

    await beyondTheWall((context) => new EndRoleCommand(context, { person, role: 'board', reason: 'It is over.' }));
    const later = await administrator.send(mainFormOf(page.html, `${own}/link`), {}, own);
    expect(later.html).not.toMatch(/welcome\?link=/);
  });

  async function beyondTheWall(command: (context: CommandContext) => Command<Recorded>): Promise<void> {
    const commandId = randomUUID();
    const context = {
      partnership: 'south-lanarkshire',
      actor: OPERATOR,
      commandId,
      causationId: commandId,
      correlationId: commandId,
      basis: { kind: 'recorded' },
    } as const;
    running.last.position = (await running.app.get(CommandBus).execute(command(context))).position;
  }

  it('are invited once, however often the form is sent', async () => {
    const page = await administrator.get(PEOPLE);
    const form = mainFormOf(page.html, 'name="appearsAs"');
    const answers = { name: 'Muck Once', role: 'board' };
    const [one, two] = [
      await administrator.send(form, answers, PEOPLE),
      await administrator.send(form, answers, PEOPLE),
    ];
    expect([one.status, two.status]).toEqual([200, 200]);
    await shown(administrator, PEOPLE, 'Muck Once');
    expect((await administrator.get(PEOPLE)).html.match(/Muck Once/g)).toHaveLength(1);
  });

  it('are asked for what a rule wants of an invitation', async () => {
    for (const [answers, said] of [
      [{ name: '', role: 'board' }, 'Give their name.'],
      [{ name: 'x'.repeat(201), role: 'board' }, 'The name is too long'],
      [{ name: 'Canna', role: 'board', appearsAs: 'nul \u0000 byte' }, 'The name of the group must be a line'],
      [{ name: 'Canna', role: 'board', appearsAs: 'x'.repeat(201) }, 'The name of the group must be a line'],
      [{ name: 'Canna', role: 'inspector' }, 'An inspector is let in up to a day'],
      [{ name: 'Canna', role: 'king' }, 'Must be one of worker'],
      [
        { name: 'Canna', role: 'board', 'until-day': '31', 'until-month': '2', 'until-year': '2030' },
        'There is a problem',
      ],
      [{ name: 'Canna', role: 'board', 'until-day': '1', 'until-month': '2', 'until-year': '2020' }, 'lies before'],
    ] as const) {
      const page = await administrator.fill(await administrator.get(PEOPLE), answers);
      expect([answers, page.status, textOf(page.html)]).toEqual([answers, 400, expect.stringContaining(said)]);
    }
  });
});
