import { readFileSync } from 'node:fs';
import { SWAP_LOCK } from '@promise/projections';
import { Client } from 'pg';
import request from 'supertest';
import { PLAN } from '../support/changed-plan';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { until } from '../support/until';
import { textOf, type Visited, Visitor } from '../support/visitor';

const STEPS = 1_100;
/** Keeps each state that is written of a job, as a browser may or may not get to see it. */
const NOTE_ALL = `
  CREATE TABLE noted (n serial, done int);
  CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
    $$ BEGIN INSERT INTO noted (done) VALUES (NEW.done); RETURN NEW; END $$;
  CREATE TRIGGER note AFTER UPDATE OF done ON work.job FOR EACH ROW EXECUTE FUNCTION note();`;
const AT_WORK = "SELECT done, total FROM work.job WHERE state = 'running'";
const ENDED = "UPDATE work.job SET beat_at = now() - interval '1 minute' WHERE state = 'running'";
/** Whoever was made silent by that is not heard of again: here it lives, and would say so within seconds. */
const STAYS_SILENT = `
  CREATE FUNCTION stay_silent() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
  CREATE TRIGGER stay_silent BEFORE UPDATE ON work.job FOR EACH ROW
    WHEN (OLD.beat_at < now() - interval '30 seconds' AND NEW.state = 'running') EXECUTE FUNCTION stay_silent();`;

describe('the rebuild page', () => {
  let running: RunningTracker;
  let administrator: Visitor;
  let database: Client;
  let events: number;

  beforeAll(async () => {
    running = await runningTracker();
    administrator = await Visitor.signedIn(running, 'administrator');
    database = new Client({ connectionString: running.databaseUrl });
    await database.connect();
    for (const key of ['first-long-plan', 'second-long-plan']) await importLongPlan(key);
    events = Number(await running.tracker.store.head());
    expect(events).toBeGreaterThan(2_000);
  }, 240_000);
  afterAll(async () => {
    await database.end();
    await running.stop();
  });

  /** Through the import's own pages: thousands of records in one go. */
  async function importLongPlan(key: string): Promise<void> {
    const plan = JSON.parse(readFileSync(PLAN, 'utf8'));
    const steps = Array.from({ length: STEPS }, (_, n) => ({ ...plan.steps[0], key: `step-${n}`, title: `Step ${n}` }));
    const file = Buffer.from(JSON.stringify({ ...plan, key, title: key, steps }));
    const { location } = await administrator.fill(await administrator.get('import'), { file });
    await administrator.fill(await administrator.get(location));
    const done = await over(location);
    expect(textOf(done.html)).toContain('things were recorded.');
  }

  /** The page once nothing is at work any more; asked of the table, because pages take time from the work. */
  async function over(address: string): Promise<Visited> {
    await until('the work is over', async () => (await atWork()).length === 0);
    return administrator.get(address);
  }

  async function atWork(): Promise<{ done: number; total: number | null }[]> {
    return (await database.query<{ done: number; total: number }>(AT_WORK)).rows;
  }

  const begin = async (): Promise<Visited> => administrator.fill(await administrator.get('/rebuild'));

  /** Keeps every rebuild from ending until the lock is given back. */
  const hold = (): Promise<unknown> => database.query('SELECT pg_advisory_lock($1)', [SWAP_LOCK]);
  const release = (): Promise<unknown> => database.query('SELECT pg_advisory_unlock($1)', [SWAP_LOCK]);

  /** Begins one that cannot end yet, and waits until it has worked through all there is. */
  async function held(): Promise<string> {
    await hold();
    const { location } = await begin();
    await until('all records are worked through', async () => (await atWork())[0]?.done === events);
    expect((await administrator.get(location)).html).toContain('records are worked through. The new pages');
    return location;
  }

  it('begins a rebuild, counts its records while the pages go on answering, and says how it ended', async () => {
    await database.query(NOTE_ALL);
    await hold();
    const { status, location } = await begin();
    expect([status, location]).toEqual([303, expect.stringMatching(/^\/rebuild\/[0-9a-f-]{36}$/)]);
    const sent = await eventsOf(location);
    const counts = sent.flatMap(({ data }) => (data === 'over' ? [] : [JSON.parse(data) as { done: number }]));
    const numbers = counts.map(({ done }) => done);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(counts.map((each) => (each as { total?: number }).total))).toContain(events);
    const noted = await database.query<{ done: number }>('SELECT done FROM noted ORDER BY n');
    expect(noted.rows.map(({ done }) => done)).toEqual(expect.arrayContaining([1_000, 2_000, events]));
    expect(sent.at(-1)).toEqual({ event: 'over', data: 'over' });
    const page = await administrator.get(location);
    expect(textOf(page.html)).toContain(`All pages were worked out again from ${events} records.`);
    expect(page.html).not.toContain('<script');
  }, 120_000);

  /** What a browser is sent until the stream ends; the rebuild may end once it has said that all is worked through. */
  async function eventsOf(location: string): Promise<{ event: string; data: string }[]> {
    const { html } = await administrator.get(location);
    const address = /data-live="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(html).toMatch(/<script src="\/assets\/live-progress\.[0-9a-f]{16}\.js" defer><\/script>/);
    expect(html).toContain(`<a href="${location}">Look again</a>`);
    const stream = await streamed(address, (text) => {
      if (text.includes(`"done":${events},`)) void release();
    });
    return stream
      .split('\n\n')
      .filter((block) => block !== '')
      .map((block) => ({
        event: /^event: (.*)$/m.exec(block)?.[1] ?? 'message',
        data: /^data: (.*)$/m.exec(block)?.[1] ?? '',
      }));
  }

  /**
   * Asks for a stream.
   * @param onMore told all that was sent so far, each time that there is more
   * @returns all of it, once it has ended
   */
  async function streamed(address: string, onMore: (text: string) => void): Promise<string> {
    let text = '';
    const call = administrator.getting(address).buffer(true);
    await call.parse((response, end) => {
      response.on('data', (data: Buffer) => {
        onMore((text += data.toString()));
      });
      response.on('end', () => {
        end(null, text);
      });
    });
    return text;
  }

  it('serves the script that follows it, for good and without a sign-in', async () => {
    const location = await held();
    const page = await administrator.get(location).finally(release);
    const address = /src="(\/assets\/live-progress[^"]+)"/.exec(page.html)?.[1] ?? '';
    const script = await request(running.server).get(address);
    expect(script.headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8' });
    expect(script.headers['cache-control']).toContain('immutable');
    await over(location);
  });

  it('is one at a time: whoever comes second is led to the one at work', async () => {
    const location = await held();
    try {
      const second = await administrator.get('/rebuild');
      expect(textOf(second.html)).toContain('A rebuild is at work now. See how far it is');
      const posted = await administrator
        .posting('/rebuild')
        .type('form')
        .send(await tokenOf(location));
      expect([posted.status, posted.headers.location]).toEqual([303, `${location}?notice=already-at-work`]);
      const page = await administrator.get(`${location}?notice=already-at-work`);
      expect(textOf(page.html)).toContain('A rebuild is at work already.');
      expect((await atWork()).length).toBe(1);
      expect((await administrator.get('/p/north-lanarkshire')).status).toBe(200);
    } finally {
      await release();
    }
    expect(textOf((await over(location)).html)).toContain('The pages are rebuilt');
  }, 120_000);

  async function tokenOf(address: string): Promise<{ _csrf: string }> {
    const { html } = await administrator.get(address);
    return { _csrf: /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '' };
  }

  it('tells of one whose server died, and lets the next one begin', async () => {
    const location = await held();
    try {
      await database.query(STAYS_SILENT);
      await database.query(ENDED);
      const broken = await administrator.get(location);
      expect(textOf(broken.html)).toContain('The rebuild was broken off');
      expect(textOf(broken.html)).toContain('The pages are as they were before');
      const next = await administrator.fill(broken);
      expect(next.location).toMatch(/^\/rebuild\/[0-9a-f-]{36}$/);
      expect(next.location).not.toBe(location);
      expect(textOf((await administrator.get(location)).html)).toContain('The rebuild was broken off');
      await release();
      expect(textOf((await over(next.location)).html)).toContain('The pages are rebuilt');
    } finally {
      await release();
    }
  }, 120_000);

  it('says that one went wrong, and that the pages are as they were', async () => {
    const location = await held();
    try {
      await database.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'promise-rebuild'`,
      );
      const page = await over(location);
      expect(textOf(page.html)).toContain('The rebuild did not work Something went wrong here, and it has been noted.');
      expect(running.logged.join('\n')).toMatch(/terminat/);
      expect((await administrator.get('/p/north-lanarkshire')).status).toBe(200);
    } finally {
      await release();
    }
    expect(textOf((await over((await begin()).location)).html)).toContain('The pages are rebuilt');
  }, 120_000);

  it('is offered to those who may, on every page and without a partnership', async () => {
    const worker = await Visitor.signedIn(running, 'worker');
    for (const address of ['words', '/accessibility']) {
      expect((await administrator.get(address)).html).toContain('<a href="/rebuild">Rebuild</a>');
      expect((await worker.get(address)).html).not.toContain('/rebuild');
    }
    expect((await worker.get('/rebuild')).status).toBe(403);
    expect((await administrator.get('/rebuild/5d9f0f3c-6b1e-5b0a-9c57-2f7a3f0d7a11')).status).toBe(404);
  });

  it('is noted as broken off when the server stops, and its streams end', async () => {
    const location = await held();
    try {
      let sent = '';
      const stream = streamed(`${location}/progress`, (text) => (sent = text));
      await until('the stream is open', () => sent !== '');
      await running.tracker.work.close();
      expect(await stream).toContain('event: over');
      expect(textOf((await administrator.get(location)).html)).toContain('The rebuild was broken off');
    } finally {
      await release();
    }
  }, 120_000);
});
