import { Client } from 'pg';
import request from 'supertest';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { mainFormOf } from '../support/html-form';
import { textOf, Visitor } from '../support/visitor';

const MILESTONES = '/api/v1/partnerships/north-lanarkshire/milestones';

describe('signing in to the pages', () => {
  let running: RunningTracker;

  beforeAll(async () => {
    running = await runningTracker();
  });
  afterAll(() => running.stop());

  /** The cookie pair and the form token of a browser that opened a page with a form. */
  const opened = async (
    headers: Record<string, string> = {},
  ): Promise<{ cookie: string; csrf: string; set: string }> => {
    const answer = await request(running.server).get('/sign-in').set(headers);
    const set = String(answer.headers['set-cookie']?.[0]);
    const csrf = String(mainFormOf(answer.text, 'name="token"').fields._csrf);
    return { cookie: String(set.split(';')[0]), csrf, set };
  };
  const post = (fields: Record<string, string>, headers: Record<string, string>): request.Test =>
    request(running.server).post('/sign-in').type('form').set(headers).send(fields);

  it('sets a session cookie that no script can read, and no token that was there before counts', async () => {
    const { cookie, csrf } = await opened();
    const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' };
    const answer = await post({ _csrf: csrf, token: running.token.board, to: '/p/north-lanarkshire/compare' }, headers);
    expect([answer.status, answer.headers.location]).toEqual([303, '/p/north-lanarkshire/compare']);
    const set = String(answer.headers['set-cookie']?.[0]);
    expect(set).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(set).not.toContain(cookie);
    const page = (pair: string): request.Test =>
      request(running.server).get('/p/north-lanarkshire/compare').set('Cookie', pair);
    expect((await page(String(set.split(';')[0]))).text).toContain('Signed in as a member of the Champions Board');
    expect((await page(cookie)).status).toBe(303);
  });

  it('gives a cookie of this very host over https under any other name, and offers no demonstration button there', async () => {
    const { set, cookie, csrf } = await opened({ Host: 'promise.example' });
    expect(set).toMatch(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const page = await request(running.server).get('/sign-in').set('Host', 'promise.example');
    expect(page.text).not.toContain('name="role"');
    const headers = { Host: 'promise.example', Cookie: cookie, Origin: 'https://promise.example' };
    expect((await post({ _csrf: csrf, role: 'worker' }, headers)).status).toBe(400);
  });

  it('lets nobody in whose form comes from elsewhere or was not opened in this browser', async () => {
    const { cookie, csrf } = await opened();
    const other = await opened();
    const token = running.token.worker;
    const here = { 'Sec-Fetch-Site': 'same-origin' };
    const cases: [Record<string, string>, Record<string, string>][] = [
      [{ _csrf: csrf, token }, { Cookie: cookie }],
      [
        { _csrf: csrf, token },
        { Cookie: cookie, Origin: 'https://elsewhere.example' },
      ],
      [
        { _csrf: csrf, token },
        { Cookie: cookie, Origin: 'null', ...here },
      ],
      [
        { _csrf: csrf, token },
        { Cookie: cookie, 'Sec-Fetch-Site': 'same-site' },
      ],
      [{ token }, { Cookie: cookie, ...here }],
      [
        { _csrf: other.csrf, token },
        { Cookie: cookie, ...here },
      ],
      [{ _csrf: csrf, token }, here],
    ];
    for (const [fields, headers] of cases) {
      const answer = await post(fields, headers);
      expect([headers, answer.status, answer.headers['set-cookie']]).toEqual([headers, 403, undefined]);
    }
  });

  it('says what is wrong with a token, first on the page, and sends nobody to another site', async () => {
    const visitor = new Visitor(running);
    const page = await visitor.get('/sign-in?to=https://elsewhere.example');
    const form = mainFormOf(page.html, 'name="token"');
    const wrong = await visitor.send(form, { token: 'x'.repeat(43) }, page.address);
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('<title>Error: Sign in');
    expect(wrong.html).toMatch(/id="error-summary"[^>]*autofocus.*href="#token"/);
    const right = await visitor.send(form, { token: running.token.board }, page.address);
    expect([right.status, right.location]).toEqual([303, '/']);
  });

  it('takes the names and passwords of demonstration people in the form of everybody', async () => {
    for (const { signInName, password } of Object.values(running.signIns)) {
      const visitor = new Visitor(running);
      const form = mainFormOf((await visitor.get('/sign-in')).html);
      const wrong = await visitor.send(form, { signInName, password: `${password}x` }, '/sign-in');
      expect([wrong.status, textOf(wrong.html)]).toEqual([400, expect.stringContaining('We do not know this name')]);
      const right = await visitor.send(form, { signInName: signInName.toUpperCase(), password }, '/sign-in');
      expect([right.status, (await visitor.get('compare')).status]).toEqual([303, 200]);
    }
    expect(running.signIns.worker.signInName).toBe('demonstration-worker');
  });

  it('sends somebody who must sign in back to where they wanted to go', async () => {
    const visitor = new Visitor(running);
    const refused = await visitor.get('/p/north-lanarkshire/trail?kind=plan');
    expect([refused.status, refused.location]).toEqual([
      303,
      `/sign-in?to=${encodeURIComponent('/p/north-lanarkshire/trail?kind=plan')}`,
    ]);
    const page = await visitor.get(refused.location);
    const form = mainFormOf(page.html, 'name="token"');
    const answer = await visitor.send(form, { token: running.token.inspector }, page.address);
    expect(answer.location).toBe('/p/north-lanarkshire/trail?kind=plan');
    expect((await visitor.get(answer.location)).status).toBe(200);
  });

  it('ends with signing out, after two hours without use, and after twelve in any case', async () => {
    const client = new Client({ connectionString: running.databaseUrl });
    await client.connect();
    const makeOld = (column: string, age: string) => () =>
      client.query(`UPDATE access.session SET ${column} = now() - $1::interval`, [age]);
    const endings: [string, (visitor: Visitor) => Promise<unknown>][] = [
      ['signed out', async (visitor) => visitor.send(signOutForm(await visitor.get('plans')), {}, '/')],
      ['unused', makeOld('last_used_at', '2 hours 1 second')],
      ['too long', makeOld('signed_in_at', '12 hours 1 second')],
    ];
    for (const [name, end] of endings) {
      const visitor = await Visitor.signedIn(running, 'board');
      expect([name, (await visitor.get('compare')).status]).toEqual([name, 200]);
      await end(visitor);
      expect([name, (await visitor.get('compare')).status]).toEqual([name, 303]);
    }
    await client.end();
  });

  it('ends the sign-in before it in the same browser', async () => {
    const again = async (Cookie: string): Promise<string> => {
      const page = await request(running.server).get('/sign-in').set({ Cookie });
      const csrf = String(mainFormOf(page.text, 'name="token"').fields._csrf);
      const headers = { Cookie, 'Sec-Fetch-Site': 'same-origin' };
      const answer = await post({ _csrf: csrf, token: running.token.board }, headers);
      return String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? '';
    };
    const statusWith = async (Cookie: string): Promise<number> =>
      (await request(running.server).get('/p/north-lanarkshire/compare').set({ Cookie })).status;
    const first = await again((await opened()).cookie);
    expect(await statusWith(first)).toBe(200);
    const second = await again(first);
    expect([await statusWith(first), await statusWith(second)]).toEqual([303, 200]);
  });

  it('reads no more of a form from somebody who is not signed in than a form of ours can hold', async () => {
    const headers = { 'Sec-Fetch-Site': 'same-origin' };
    for (const path of ['/sign-in', '/p/north-lanarkshire/import']) {
      const call = request(running.server).post(path).set(headers).field('title', 'x'.repeat(70_000));
      expect([path, (await call).status]).toEqual([path, 400]);
    }
  });

  it('keeps no token, only its digest', async () => {
    await Visitor.signedIn(running, 'board');
    const client = new Client({ connectionString: running.databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ length: number }>('SELECT length(token_digest) FROM access.session');
    await client.end();
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([32]));
  });

  it('takes commands as JSON from a browser only with the token of a page', async () => {
    const { cookie, csrf } = await opened();
    const signedIn = await post(
      { _csrf: csrf, token: running.token.worker },
      { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
    );
    const Cookie = String(signedIn.headers['set-cookie']?.[0]).split(';')[0] ?? '';
    const page = await request(running.server).get('/p/north-lanarkshire').set({ Cookie });
    const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const command = (headers: Record<string, string>): request.Test =>
      request(running.server)
        .post(MILESTONES)
        .set({ Cookie, ...headers })
        .send({});
    expect((await request(running.server).get(MILESTONES).set({ Cookie })).status).toBe(200);
    expect((await command({})).status).toBe(403);
    expect((await command({ 'X-CSRF-Token': token })).status).toBe(403);
    expect((await command({ 'X-CSRF-Token': token, Origin: 'https://elsewhere.example' })).status).toBe(403);
    // 400: it is let through, and its empty body is refused.
    expect((await command({ 'X-CSRF-Token': token, 'Sec-Fetch-Site': 'same-origin' })).status).toBe(400);
  });
});

describe('a form whose sign-in has ended', () => {
  let running: RunningTracker;

  beforeAll(async () => {
    running = await runningTracker();
  });
  afterAll(() => running.stop());

  const TITLE = 'Every child has <b>one</b> worker who stays';

  it('keeps what was typed through signing in again', async () => {
    const visitor = await Visitor.signedIn(running, 'worker');
    const page = await visitor.get('milestones/new');
    await visitor.endSession();
    const ended = await visitor.fill(page, { title: TITLE });
    expect([ended.status, textOf(ended.html)]).toEqual([401, expect.stringContaining('Your sign-in has ended')]);
    const again = await visitor.fill(ended);
    const form = mainFormOf(again.html, 'name="token"');
    const back = await visitor.send(form, { token: running.token.worker }, again.address);
    expect(textOf(back.html)).toContain('You are signed in again');
    const typed = await visitor.fill(back);
    expect(mainFormOf(typed.html).fields.title).toEqual([TITLE]);
  });

  it('keeps what was typed where somebody signed in again beside it', async () => {
    const visitor = await Visitor.signedIn(running, 'worker');
    const page = await visitor.get('milestones/new');
    await visitor.signIn('worker');
    const stale = await visitor.fill(page, { title: TITLE });
    expect([stale.status, textOf(stale.html)]).toEqual([403, expect.stringContaining('Please send it again')]);
    const typed = await visitor.fill(stale);
    expect(mainFormOf(typed.html).fields.title).toEqual([TITLE]);
  });
});

function signOutForm({ html }: { readonly html: string }): ReturnType<typeof mainFormOf> {
  return mainFormOf(`<main${html.slice(html.indexOf('<header'))}`, 'action="/sign-out"');
}
