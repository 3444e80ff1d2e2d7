import request from 'supertest';
import { type HtmlForm, mainFormOf } from '../support/html-form';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { Visitor } from '../support/visitor';

const PEOPLE = '/p/north-lanarkshire/people';
const LINK = /welcome\?link=[\w-]{43}/;
const PASSWORD = 'three quiet otters';

describe('the link of an invitation', () => {
  let running: RunningTracker;
  let administrator: Visitor;

  beforeAll(async () => {
    running = await runningTracker();
    administrator = await Visitor.signedIn(running, 'administrator');
  });
  afterAll(() => running.stop());

  const invitation = async (): Promise<HtmlForm> =>
    mainFormOf((await administrator.get(PEOPLE)).html, 'name="appearsAs"');

  it('is not to be had anew by sending the same form once its person has taken it up', async () => {
    const form = await invitation();
    const answers = { name: 'Gigha Sanda', role: 'board' };
    const link = LINK.exec((await administrator.send(form, answers, PEOPLE)).html)?.[0];
    const gigha = new Visitor(running);
    const takenUp = await gigha.fill(await gigha.get(`/${link}`), { signInName: 'gigha', password: PASSWORD });
    expect(takenUp.status).toBe(303);
    const again = await administrator.send(form, answers, PEOPLE);
    expect([again.status, again.html]).toEqual([303, expect.not.stringMatching(LINK)]);
  });

  it('stands under the address that the browser shows, and no browser keeps it', async () => {
    const { fields } = await invitation();
    const plain = Object.entries(fields).map(([name, value]) => [name, [value].flat()[0] ?? ''] as [string, string]);
    // As behind a proxy that ends https.
    const answer = await administrator
      .posting(PEOPLE)
      .set({ Host: 'localhost:4321', Origin: 'https://localhost:4321' })
      .type('form')
      .send(new URLSearchParams([...plain, ['name', 'Coll Skerry'], ['role', 'board']].filter(isFilled)).toString());
    expect(answer.text).toContain('https://localhost:4321/welcome?link=');
    expect(answer.headers['cache-control']).toBe('no-store');
    const welcome = await request(running.server).get(`/${LINK.exec(answer.text)?.[0]}`);
    expect([welcome.status, welcome.headers['cache-control']]).toEqual([200, 'no-store']);
  });

  it('is the only way in: a name that can be no text is nobody’s', async () => {
    const visitor = new Visitor(running);
    const page = await visitor.get('/sign-in');
    const answer = await visitor.send(
      mainFormOf(page.html, 'name="signInName"'),
      { signInName: 'nul \u0000 byte', password: PASSWORD },
      page.address,
    );
    expect(answer.status).toBe(400);
  });
});

function isFilled([, value]: readonly string[]): boolean {
  return value !== '';
}
