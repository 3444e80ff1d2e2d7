import { readFileSync } from 'node:fs';
import { FileImport, ImportWork } from '@promise/tracker';
import { Client } from 'pg';
import { Caller } from '../support/caller';
import { changedPlanFile, PARTNERSHIP, PLAN } from '../support/changed-plan';
import { mainFormOf } from '../support/html-form';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { until } from '../support/until';
import { textOf, type Visited, Visitor } from '../support/visitor';

const KEY = 'corporate-parenting-improvement-plan-2019-22';
const PICTURE = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

describe('the import page', () => {
  let running: RunningTracker;
  let worker: Visitor;
  let database: Client;

  beforeAll(async () => {
    running = await runningTracker();
    worker = await Visitor.signedIn(running, 'worker');
    database = new Client({ connectionString: running.databaseUrl });
    await database.connect();
  });
  afterAll(async () => {
    await database.end();
    await running.stop();
  });

  const upload = async (file: Buffer, visitor = worker): Promise<Visited> =>
    visitor.fill(await visitor.get('import'), { file });
  const headOf = (): Promise<string | null> => running.tracker.store.head();
  const recordedSince = async (position: string | null): Promise<number> =>
    (await running.tracker.store.readAll(position, 100)).length;

  /** The preview of a file that can be imported. */
  async function previewed(file: Buffer): Promise<Visited> {
    const { status, location, html } = await upload(file);
    if (status !== 303) throw new Error(`the upload answered ${status}: ${textOf(html)}`);
    return worker.get(location);
  }

  /** The page of an import once nothing is at work any more. */
  async function over(address: string): Promise<Visited> {
    const atWork = "SELECT FROM work.job WHERE state = 'running'";
    await until('the import is over', async () => (await database.query(atWork)).rowCount === 0);
    return worker.get(address);
  }

  const retitled = (title: string): Buffer =>
    changedPlanFile((plan) => {
      plan.title = title;
    });

  it('shows what a file would change, and what a person recorded is left alone; then imports just that', async () => {
    const plan = JSON.parse(readFileSync(PLAN, 'utf8'));
    const [changed, kept, dropped] = plan.steps;
    const api = new Caller(running, 'worker');
    const result = { result: 'done', when: '2021-03-01', byWhoseWord: 'the lead' };
    expect((await api.post(`steps/${KEY}.${kept.key as string}/record-result`, result)).status).toBe(200);
    const before = await headOf();
    const page = await previewed(
      changedPlanFile((edited) => {
        edited.steps[0].title = 'Said in other words';
        edited.steps[1].timescale = 'by June 2023';
        edited.steps.splice(2, 1);
        edited.steps.push({ ...changed, key: 'brand-new', title: 'Something new' });
      }),
    );
    const said = textOf(page.html);
    expect(said).toContain('3 things would be recorded. Nothing is recorded yet.');
    expect(said).toContain('New (1) The step “Something new” is new.');
    expect(said).toContain('Changed (1) The step “');
    expect(said).toContain('Said in other words');
    expect(said).toContain(`No longer in the file (1) The step “${String(dropped.title)}” is no longer in the file`);
    expect(said).toContain('Left as a person recorded it (1)');
    expect(said).toContain('has another timescale in the file, but a person has recorded what came of it.');
    const lines = [plan, ...plan.priorities, ...plan.steps].length;
    expect(said).toContain(`${lines - 3} lines of the file say what is recorded already.`);
    expect(await headOf()).toBe(before);
    const { rows } = await database.query<{ sealed: Buffer }>('SELECT sealed FROM work.job');
    for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toContain('brand-new');

    const begun = await worker.fill(page);
    expect([begun.status, begun.location]).toEqual([303, page.address]);
    const done = await over(begun.location);
    expect(textOf(done.html)).toContain('The file is imported');
    expect(textOf(done.html)).toContain('3 things were recorded.');
    expect(textOf((await worker.get(`plans/${KEY}`)).html)).toContain('Something new');
    const inspector = await Visitor.signedIn(running, 'inspector');
    expect(textOf((await inspector.get('trail?role=worker')).html)).toContain('Something new');
    expect(await recordedSince(before)).toBe(3);
  });

  it('says it when nothing would change, and then offers no import', async () => {
    const file = retitled('The same twice');
    await over((await worker.fill(await previewed(file))).location);
    const again = await previewed(file);
    expect(textOf(again.html)).toContain('Nothing would change: the tracker holds all of this already.');
    expect(again.html).not.toContain('Import it');
  });

  it.each<readonly [string, () => Buffer, number, string]>([
    ['is empty', () => Buffer.alloc(0), 400, 'The file is empty.'],
    ['is a picture', () => PICTURE, 400, 'This is not a text file. It may be a picture'],
    ['has 10 MB', () => Buffer.alloc(10_000_000, 'a'), 413, 'The file is larger than 5 MB'],
    ['is no JSON', () => Buffer.from('{\n "kind": plan }'), 422, 'Line 2, character 10'],
    [
      'is of another partnership',
      () => changedPlanFile((plan) => (plan.partnership = 'south-lanarkshire')),
      422,
      'The file is of south-lanarkshire, not of north-lanarkshire. Choose a file of this partnership.',
    ],
    [
      'has an unknown field',
      () => changedPlanFile((plan) => (plan.steps[3].colour = '<b>red</b>')),
      422,
      ', “steps” number 4, “colour”',
    ],
    [
      'has a timescale that cannot be read',
      () => changedPlanFile((plan) => (plan.steps[0].timescale = 'some day')),
      422,
      ', “steps” number 1, “timescale”',
    ],
  ])('refuses a file that %s in plain words, and nothing is written', async (_, file, status, words) => {
    const before = await headOf();
    const jobs = await database.query('SELECT FROM work.job');
    const page = await upload(file());
    expect([page.status, textOf(page.html)]).toEqual([status, expect.stringContaining(words)]);
    expect(page.html).toContain('<title>Error: ');
    expect(page.html).toMatch(/id="error-summary"[\s\S]*<input class="pt-file"/);
    expect(await headOf()).toBe(before);
    expect((await database.query('SELECT FROM work.job')).rowCount).toBe(jobs.rowCount);
  });

  it('names every fault of a file, not only the first', async () => {
    const page = await upload(
      changedPlanFile((plan) => {
        plan.steps[0].timescale = 'some day';
        plan.steps[5].priority = 'nowhere';
        delete plan.title;
      }),
    );
    expect(textOf(page.html)).toContain('The file has 3 faults. Nothing was recorded.');
    expect(page.html.match(/<strong>Line \d+/g)).toHaveLength(3);
  });

  it('asks for a file where none was chosen', async () => {
    const page = await worker.fill(await worker.get('import'));
    expect([page.status, textOf(page.html)]).toEqual([400, expect.stringContaining('Choose a file.')]);
  });

  it('imports once what is submitted twice', async () => {
    const page = await previewed(retitled('Submitted twice'));
    const before = await headOf();
    const answers = await Promise.all([worker.fill(page), worker.fill(page), worker.fill(page)]);
    for (const { status, location } of answers) expect([status, location]).toEqual([303, page.address]);
    await over(page.address);
    expect((await worker.fill(page)).location).toBe(page.address);
    expect(await recordedSince(before)).toBe(1);
  });

  it('shows the preview anew when the record has changed since, and imports that only when asked again', async () => {
    const page = await previewed(retitled('First here'));
    await over((await worker.fill(await previewed(retitled('Quicker')))).location);
    const before = await headOf();
    const stale = await worker.fill(page);
    expect([stale.status, textOf(stale.html)]).toEqual([409, expect.stringContaining('The record has changed')]);
    expect(textOf(stale.html)).toContain('“Quicker”');
    expect(await headOf()).toBe(before);
    await worker.fill(stale);
    expect(textOf((await over(page.address)).html)).toContain('1 thing was recorded.');
  });

  it('writes nothing when the record changes after the last look at it', async () => {
    const page = await previewed(retitled('A close race'));
    const id = page.address.split('/').at(-1) ?? '';
    const [files, imports] = [running.app.get(FileImport), running.app.get(ImportWork)];
    const waiting = await imports.find(id, 'north-lanarkshire');
    if (!waiting) throw new Error('the import is not there');
    const shown = await files.previewGiven(waiting.file, 'north-lanarkshire');
    await over((await worker.fill(await previewed(retitled('A nose ahead')))).location);
    const before = await headOf();
    const person = { id: '5d9f0f3c-6b1e-5b0a-9c57-2f7a3f0d7a11', role: 'worker' } as const;
    await imports.begin(waiting, 'north-lanarkshire', shown, person);
    const after = await over(page.address);
    expect(textOf(after.html)).toContain('The record has changed since you looked');
    expect(await headOf()).toBe(before);
  });

  it('tells of an import whose server died, and begins it again or finds it recorded', async () => {
    const page = await previewed(retitled('Begun and never ended'));
    const id = page.address.split('/').at(-1);
    const die = (): Promise<unknown> =>
      database.query("UPDATE work.job SET state = 'running', beat_at = now() - interval '1 minute' WHERE id = $1", [
        id,
      ]);
    await die();
    const broken = await worker.get(page.address);
    expect(textOf(broken.html)).toContain('The import was broken off');
    expect(textOf(broken.html)).toContain('nothing of this one was recorded');
    await worker.fill(broken);
    expect(textOf((await over(page.address)).html)).toContain('1 thing was recorded.');
    await die();
    expect(textOf((await worker.get(page.address)).html)).toContain('1 thing was recorded.');
    const head = await headOf();
    await worker.fill(page);
    expect(await headOf()).toBe(head);
  });

  it('is for those who may import, and the partnership’s own file for the administrator alone', async () => {
    const own = Buffer.from(
      JSON.stringify({ ...JSON.parse(readFileSync(PARTNERSHIP, 'utf8')), publishes: ['timeline'] }),
    );
    const refused = await upload(own);
    expect([refused.status, textOf(refused.html)]).toEqual([403, expect.stringContaining('Only the administrator')]);
    const administrator = await Visitor.signedIn(running, 'administrator');
    const { location } = await upload(own, administrator);
    const page = await administrator.get(location);
    expect(textOf(page.html)).toContain('1 thing would be recorded.');
    expect((await worker.get(location)).status).toBe(403);
    expect((await worker.send(mainFormOf(page.html), {}, location)).status).toBe(403);
    const other = location.replace('north', 'south');
    expect((await administrator.get(other)).status).toBe(404);
    const board = await Visitor.signedIn(running, 'board');
    expect((await board.get('words')).html).not.toContain('/import"');
    expect((await worker.get('words')).html).toContain('href="/p/north-lanarkshire/import"');
    expect((await board.get('import')).status).toBe(403);
  });

  it('goes on after the sign-in has ended in between', async () => {
    const page = await previewed(retitled('After a long lunch'));
    await worker.endSession();
    const ended = await worker.fill(page);
    expect(ended.status).toBe(401);
    const signIn = await worker.fill(ended);
    const carryOn = await worker.send(
      mainFormOf(signIn.html, 'name="token"'),
      { token: running.token.worker },
      signIn.address,
    );
    const begun = await worker.fill(carryOn);
    expect(textOf((await over(begun.location)).html)).toContain('1 thing was recorded.');
  });
});
