import { Secret, TOTP } from 'otpauth';
import { Client } from 'pg';
import { mainFormOf } from '../support/html-form';
import { Newcomers, PASSWORD } from '../support/newcomers';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { until } from '../support/until';
import { SetClock } from '../support/set-clock';
import { guessUntilWait, slowWaits } from '../support/slow-waits';
import { textOf, type Visited, Visitor } from '../support/visitor';

const STEP_MS = 30_000;

/** Stands still, so that no code ceases to count on its way. */
const clock = new SetClock('2026-03-01T12:00:00.000Z');

/** An app on somebody's phone, which shows each code once so that tests need not wait for the next one. */
class App {
  private steps = -1;

  constructor(readonly key: string) {}

  /** The three codes that count now, one after the other. */
  next(): string {
    this.steps += 1;
    if (this.steps > 2) throw new Error('no more codes count within this half minute');
    return this.at(this.steps - 1);
  }

  at(steps: number): string {
    const timestamp = Date.parse(clock.now()) + steps * STEP_MS;
    return new TOTP({ secret: Secret.fromBase32(this.key) }).generate({ timestamp });
  }
}

describe('a code beside the password', () => {
  let running: RunningTracker;
  let people: Newcomers;
  let database: Client;

  beforeAll(async () => {
    running = await runningTracker({ clock });
    people = await Newcomers.to(running);
    database = new Client({ connectionString: running.databaseUrl });
    await database.connect();
  });
  afterAll(async () => {
    await database.end();
    await running.stop();
  });

  const visible = async (visitor: Visitor): Promise<string> => textOf((await visitor.get('/sign-ins')).html);

  async function setUp(visitor: Visitor): Promise<[App, Visited]> {
    const form = mainFormOf((await visitor.get('/sign-ins')).html, 'name="proof"');
    const begun = await visitor.send(form, { proof: PASSWORD }, '/sign-ins');
    expect([begun.status, begun.location]).toEqual([303, '/sign-ins/second-factor']);
    const page = await visitor.get('/sign-ins/second-factor');
    const key = /secret=([A-Z2-7]{32})/.exec(page.html)?.[1] ?? '';
    expect(textOf(page.html)).toContain(key.replace(/(.{4})(?=.)/g, '$1 '));
    expect(page.html).toMatch(/<svg class="pt-qr"[^>]*>.*<path d="M\d+ \d+h1v1h-1z/);
    return [new App(key), page];
  }

  /** Somebody new who has turned it on. */
  async function careful(name: string, signInName: string): Promise<{ visitor: Visitor; app: App; codes: string[] }> {
    const visitor = await people.takeUp(await people.invite(name), signInName);
    const [app, page] = await setUp(visitor);
    const on = await visitor.fill(page, { code: app.next() });
    const codes = on.html.match(/[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}/g) ?? [];
    return { visitor, app, codes };
  }

  const give = async (visitor: Visitor, code: string): Promise<Visited> =>
    visitor.fill(await visitor.get('/sign-in/code'), { code });

  it('is turned on by a first code, with ten recovery codes that are shown once', async () => {
    const visitor = await people.takeUp(await people.invite('Ailsa Craig'), 'ailsa');
    expect(await visible(visitor)).toContain('If you turn this on');
    const [app, page] = await setUp(visitor);
    const wrong = await visitor.fill(page, { code: app.at(-9) });
    expect([wrong.status, textOf(wrong.html)]).toEqual([400, expect.stringContaining('This code is not right.')]);
    expect(wrong.html).toContain(app.key);
    expect(await visible(visitor)).toContain('If you turn this on');
    const on = await visitor.fill(page, { code: app.next() });
    expect(new Set(on.html.match(/[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}/g)).size).toBe(10);
    expect(await visible(visitor)).toContain('You have 10 recovery codes left.');
    expect((await visitor.get('/sign-ins/second-factor')).location).toBe('/sign-ins');
  });

  it('is turned on by nobody who does not give the password', async () => {
    const visitor = await people.takeUp(await people.invite('Bass Rock'), 'bass');
    const form = mainFormOf((await visitor.get('/sign-ins')).html, 'name="proof"');
    const refused = await visitor.send(form, { proof: 'not the password' }, '/sign-ins');
    expect([refused.status, textOf(refused.html)]).toEqual([400, expect.stringContaining('This is not right')]);
    expect((await visitor.get('/sign-ins/second-factor')).location).toBe('/sign-ins');
  });

  it('is asked for after the password, on a page of its own, before anybody is signed in', async () => {
    const { app } = await careful('Canna Sound', 'canna');
    const to = '/p/north-lanarkshire/words';
    const [visitor, half] = await people.signIn('canna', PASSWORD, to);
    expect([half.status, half.location]).toEqual([303, `/sign-in/code?to=${encodeURIComponent(to)}`]);
    expect((await visitor.get('/sign-ins')).location).toContain('/sign-in?to=');
    const page = await visitor.get(half.location);
    const empty = await visitor.fill(page, { code: '' });
    expect([empty.status, textOf(empty.html)]).toEqual([400, expect.stringContaining('Give your code.')]);
    const inside = await visitor.fill(empty, { code: app.next() });
    expect([inside.status, inside.location]).toEqual([303, to]);
    expect((await visitor.get('/sign-ins')).status).toBe(200);
  });

  it('says the same to a wrong password and to an unknown name as where it is off', async () => {
    await careful('Danna Coll', 'danna');
    const answers = [await people.signIn('danna', 'not the password'), await people.signIn('nobody-here', 'not it')];
    const [wrong, unknown] = answers.map(([, page]) => [
      page.status,
      textOf(page.html).replace(/nobody-here|danna/g, ''),
    ]);
    expect(wrong).toEqual([400, expect.stringContaining('We do not know this name with this password.')]);
    expect(unknown).toEqual(wrong);
  });

  it('counts once, and a wrong, used or foreign one gets one message', async () => {
    const { app } = await careful('Eigg Rum', 'eigg');
    const other = await careful('Foula Mainland', 'foula');
    const [first] = await people.signIn('eigg');
    const code = app.next();
    expect((await give(first, code)).status).toBe(303);
    const [second] = await people.signIn('eigg');
    const answers = [];
    for (const wrong of [code, app.at(-9), other.app.at(1), other.codes[0] ?? '', 'words']) {
      answers.push(await give(second, wrong));
    }
    const messages = answers.map(({ status, html }) => [status, /This code is not right[^<]*/.exec(html)?.[0]]);
    expect(new Set(messages.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(messages[0]).toEqual([400, expect.stringContaining('it was used before')]);
    expect((await second.get('/sign-ins')).status).toBe(303);
  });

  it('can be a recovery code, each of them once, with or without its hyphens', async () => {
    const { codes } = await careful('Gigha Cara', 'gigha');
    const [one = '', two = ''] = codes;
    const [first] = await people.signIn('gigha');
    expect((await give(first, one)).status).toBe(303);
    const [second] = await people.signIn('gigha');
    expect((await give(second, one)).status).toBe(400);
    expect((await give(second, two.toLowerCase().replaceAll('-', ' '))).status).toBe(303);
    expect(await visible(second)).toContain('You have 8 recovery codes left.');
  });

  it('is owed by one browser, for ten minutes, once', async () => {
    const { app } = await careful('Handa Isle', 'handa');
    const [visitor, half] = await people.signIn('handa');
    const elsewhere = new Visitor(running);
    expect((await elsewhere.get(half.location)).location).toBe('/sign-in');
    const form = mainFormOf((await visitor.get(half.location)).html);
    const foreign = await elsewhere.send({ ...form, action: '/sign-in/code' }, { code: app.at(0) }, half.location);
    expect(foreign.status).toBe(403);

    await database.query(`UPDATE access.sign_in_half_way SET begun_at = begun_at - interval '10 minutes 1 second'`);
    const late = await visitor.send(form, { code: app.at(0) }, half.location);
    expect([late.status, textOf(late.html)]).toEqual([400, expect.stringContaining('It took too long')]);
    expect((await visitor.get('/sign-ins')).status).toBe(303);

    const [again, owed] = await people.signIn('handa');
    const used = mainFormOf((await again.get(owed.location)).html);
    const [one, two] = [app.next(), app.next()];
    const both = await Promise.all([one, two].map((code) => again.send(used, { code }, owed.location)));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 400]);
  });

  it('waits after many wrong ones, wherever they come from', async () => {
    const { app, codes } = await careful('Inchkeith Forth', 'inchkeith');
    const [visitor] = await people.signIn('inchkeith');
    await guessUntilWait(async () => textOf((await give(visitor, '000000')).html).includes('too many wrong tries'));
    await slowWaits(running);
    for (const right of [app.next(), codes[0] ?? '']) expect((await give(visitor, right)).status).toBe(400);
    const { rows } = await database.query<{ person: string }>(
      `SELECT person FROM access.account WHERE sign_in_name = 'inchkeith'`,
    );
    const { secondFactors } = running.tracker;
    expect(await secondFactors.check(rows[0]?.person ?? '', codes[0] ?? '', '192.0.2.7')).toBe('wait');
  });

  it('is turned off by the password or by a code, and by nothing else', async () => {
    for (const [n, proof] of ['password', 'code', 'recovery code'].entries()) {
      const { visitor, app, codes } = await careful(`Jura Islay ${n}`, `jura${n}`);
      const form = mainFormOf((await visitor.get('/sign-ins')).html, 'name="proof"');
      for (const wrong of ['', 'not the password', '123456']) {
        const refused = await visitor.send(form, { proof: wrong }, '/sign-ins');
        expect([wrong, refused.status]).toEqual([wrong, 400]);
      }
      expect(await visible(visitor)).toContain('You have 10 recovery codes left.');
      const right = { password: PASSWORD, code: app.next(), 'recovery code': codes[0] ?? '' }[proof] ?? '';
      const off = await visitor.send(form, { proof: right }, '/sign-ins');
      expect([proof, off.location]).toEqual([proof, '/sign-ins?ended=second-factor']);
      expect((await people.signIn(`jura${n}`))[1].location).toBe('/');
    }
  });

  it('is off once a new link is used, for somebody who lost the phone', async () => {
    await careful('Kerrera Oban', 'kerrera');
    const own = async (): Promise<string> => (await people.administrator.get('/p/north-lanarkshire/people')).html;
    await until('the role is known', async () => (await own()).includes('Kerrera'));
    const link = await people.newLink('Kerrera Oban');
    expect((await people.signIn('kerrera'))[1].location).toBe('/sign-in/code');
    const visitor = await people.takeUp(link, 'kerrera', 'another three otters');
    expect(await visible(visitor)).toContain('If you turn this on');
    expect((await people.signIn('kerrera', 'another three otters'))[1].location).toBe('/');
  });

  it('keeps no key, code or token as it is, and none in the log', async () => {
    const { app, codes } = await careful('Lismore Lorn', 'lismore');
    const tables = ['second_factor', 'recovery_code', 'sign_in_half_way'];
    const kept = [];
    for (const table of tables) kept.push((await database.query(`SELECT t::text FROM access.${table} t`)).rows);
    const key = Buffer.from(Secret.fromBase32(app.key).bytes).toString('hex');
    expect(JSON.stringify(kept)).toContain('argon2id');
    expect(JSON.stringify(kept)).not.toMatch(new RegExp([key, app.key, ...codes].join('|')));
    expect(running.logged.join('\n')).not.toMatch(new RegExp([app.key, ...codes, 'kerrera', PASSWORD].join('|')));
    const events = running.logged.map((line) => (JSON.parse(line) as { security?: string }).security);
    expect(events).toEqual(
      expect.arrayContaining(['second-factor-on', 'second-factor-off', 'second-factor-failed', 'link-used']),
    );
  });

  it('writes no event', async () => {
    const visitor = await people.takeUp(await people.invite('Mull Staffa'), 'mull');
    const before = await running.tracker.store.head();
    const [app, page] = await setUp(visitor);
    await visitor.fill(page, { code: app.next() });
    const [half] = await people.signIn('mull');
    await give(half, '000000');
    expect((await give(half, app.next())).status).toBe(303);
    const form = mainFormOf((await half.get('/sign-ins')).html, 'name="proof"');
    expect((await half.send(form, { proof: PASSWORD }, '/sign-ins')).status).toBe(303);
    expect(await running.tracker.store.head()).toBe(before);
  });
});
