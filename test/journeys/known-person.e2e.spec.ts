import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { mainFormOf } from '../support/html-form';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { until } from '../support/until';
import { textOf, type Visited, Visitor } from '../support/visitor';

const PEOPLE = '/p/north-lanarkshire/people';
const KNOWN = '/p/south-lanarkshire/people/known';
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

describe('a role for somebody who has an account already', () => {
  let running: RunningTracker;
  let administrator: Visitor;
  let sanda: Visitor;
  /** What stands in trails, and what only Sanda sees. */
  let person: string;
  let code: string;

  beforeAll(async () => {
    running = await runningTracker();
    administrator = await Visitor.signedIn(running, 'administrator');
    const invited = await administrator.fill(await administrator.get(PEOPLE), { name: 'Sanda Pladda', role: 'board' });
    const link = /welcome\?link=[\w-]{43}/.exec(invited.html)?.[0] ?? '';
    sanda = new Visitor(running);
    await sanda.fill(await sanda.get(`/${link}`), { signInName: 'sanda', password: 'three quiet otters' });
    person = /href="[^"]+\/([0-9a-f-]{36})">Sanda Pladda/.exec((await administrator.get(PEOPLE)).html)?.[1] ?? '';
    code = UUID.exec(textOf((await sanda.get('/sign-ins')).html))?.[0] ?? '';
  });
  afterAll(() => running.stop());

  it('is found by no id, name or guess, and all of these are told the same', async () => {
    expect([person, code]).toEqual([expect.stringMatching(UUID), expect.stringMatching(UUID)]);
    expect(code).not.toBe(person);
    const head = await running.tracker.store.head();
    for (const wrong of ['', 'Sanda Pladda', 'sanda', person, randomUUID(), `${code}\u0000`]) {
      const page = await administrator.fill(await administrator.get(KNOWN), { code: wrong, role: 'lead' });
      expect([wrong, page.status, textOf(page.html)]).toEqual([
        wrong,
        400,
        expect.stringContaining('No account has this code.'),
      ]);
      if (!wrong.includes('Pladda')) expect(page.html).not.toContain('Pladda');
    }
    expect(await running.tracker.store.head()).toBe(head);
    expect((await administrator.get(`/p/south-lanarkshire/people/${person}`)).status).toBe(404);
  });

  it('is given by the code, once however often the form is sent, and shows the name then', async () => {
    const own = `${PEOPLE}/${person}`;
    const form = mainFormOf((await administrator.get(own)).html, `${own}/link`);
    const made = /welcome\?link=[\w-]{43}/.exec((await administrator.send(form, {}, own)).html)?.[0] ?? '';
    expect((await administrator.get(`/${made}`)).status).toBe(200);
    const page = await administrator.get(KNOWN);
    const answers = [
      await administrator.fill(page, { code, role: 'lead' }),
      await administrator.fill(page, { code, role: 'lead' }),
    ];
    const location = `/p/south-lanarkshire/people/${person}?notice=recorded`;
    expect(answers.map((answer) => [answer.status, answer.location])).toEqual([
      [303, location],
      [303, location],
    ]);
    expect(textOf((await administrator.get('/p/south-lanarkshire/people')).html)).toContain('Sanda Pladda');
    await until('the role holds', async () => (await sanda.get('/p/south-lanarkshire/my-work')).status === 200);
    expect((await sanda.get('/p/north-lanarkshire/my-work')).status).toBe(403);
    expect((await administrator.get(`/${made}`)).status).toBe(404);
    expect(running.logged.join('\n')).not.toContain(code);
  });

  it('leaves no link to whoever asked for one at the same time elsewhere', async () => {
    const invited = await administrator.fill(await administrator.get(PEOPLE), { name: 'Eilean Ban', role: 'board' });
    const link = /welcome\?link=[\w-]{43}/.exec(invited.html)?.[0] ?? '';
    const newcomer = new Visitor(running);
    await newcomer.fill(await newcomer.get(`/${link}`), { signInName: 'eilean', password: 'three quiet otters' });
    const hers = UUID.exec(textOf((await newcomer.get('/sign-ins')).html))?.[0] ?? '';
    const own = /href="([^"]+)">Eilean Ban/.exec((await administrator.get(PEOPLE)).html)?.[1] ?? '';
    const askForLink = async (): Promise<Visited> =>
      administrator.send(mainFormOf((await administrator.get(own)).html, `${own}/link`), {}, own);
    await askForLink();
    const known = await administrator.get(KNOWN);

    const database = new Client({ connectionString: running.databaseUrl });
    await database.connect();
    const linksOfHers = async (): Promise<number> =>
      (await database.query('SELECT FROM access.link WHERE person = $1', [own.slice(-36)])).rows.length;
    try {
      const head = await running.tracker.store.head();
      // No projector goes on while this is held, so whoever has recorded waits.
      await database.query('BEGIN; SELECT FROM read.checkpoint FOR UPDATE');
      const asked = askForLink();
      await until('the link is asked for', async () => (await running.tracker.store.readAll(head, 1)).length === 1);
      const given = administrator.fill(known, { code: hers, role: 'lead' });
      await until('the role is given', async () => (await linksOfHers()) === 0);
      await database.query('COMMIT');
      expect((await given).status).toBe(303);
      expect((await asked).html).not.toContain('welcome?link=');
      expect(await linksOfHers()).toBe(0);
    } finally {
      await database.end();
    }
  });
});
