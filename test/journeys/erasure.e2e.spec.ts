import { createPool, roleUrls } from '@promise/database';
import { Eraser } from '@promise/erasure';
import { openEvents } from '@promise/recording';
import { ImportWork } from '@promise/tracker';
import { PostgresKeyVault } from '@promise/vault';
import type { Pool } from 'pg';
import { pino } from 'pino';
import { dailyWork } from '../../apps/server/src/daily-work';
import { Caller } from '../support/caller';
import { readTables } from '../support/read-tables';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { until } from '../support/until';
import { textOf, Visitor } from '../support/visitor';

const MARK = 'Inchcailloch';
const REASON = 'It says more of a family than it may.';
const APPROVAL = { body: 'Promise Board', date: '2026-01-20', reason: 'Minute of 20 January, item 7.' };

describe('erasing text', () => {
  let running: RunningTracker;
  let worker: Caller;
  let approver: Caller;
  let owner: Pool;

  beforeAll(async () => {
    running = await runningTracker();
    [worker, approver] = [new Caller(running, 'worker'), new Caller(running, 'approver')];
    owner = createPool(roleUrls(running.databaseUrl).owner, {
      ...{ applicationName: 'test', max: 1 },
      onIdleError: (error) => {
        throw error;
      },
    });
  });
  afterAll(async () => {
    await owner.end();
    await running.stop();
  });

  const history = async (id: string): Promise<{ event: string; type: string }[]> =>
    (await worker.get(`milestones/${id}/history`)).body.items as { event: string; type: string }[];
  const eventOf = async (id: string, type: string): Promise<string> =>
    (await history(id)).find((each) => each.type === type)?.event ?? '';
  const readModels = async (): Promise<string> => JSON.stringify(await readTables(running.databaseUrl, 'read'));
  const purged = (): Promise<void> =>
    until('the read models are purged', async () => !(await readModels()).includes(MARK));

  const notedAsPurged = (): Promise<void> =>
    until('it is noted as purged', async () => {
      const decided =
        'SELECT count(*)::int AS open FROM read.erasure WHERE id NOT IN (SELECT erasure FROM work.purged)';
      return (await owner.query<{ open: number }>(decided)).rows[0]?.open === 0;
    });

  async function erase(events: readonly string[]): Promise<string> {
    const asked = await worker.post('erasures', { events, reason: REASON });
    expect([asked.status, asked.body.events]).toEqual([202, [expect.objectContaining({ type: 'ChangeProposed' })]]);
    await worker.get(`approvals/${String(asked.body.proposal)}`);
    return String(asked.body.proposal);
  }

  it('destroys the text of one record with its key, everywhere, and leaves the rest and every stored byte', async () => {
    const id = await worker.propose({ title: 'Homes near school' });
    await worker.post(`milestones/${id}/report-progress`, { rating: 'on track', narrative: `${MARK} was told us.` });
    await worker.post(`milestones/${id}/report-progress`, { rating: 'on track', narrative: 'The second report.' });
    const file = { name: `${MARK}.txt`, mediaType: 'text/plain', base64: Buffer.from(MARK).toString('base64') };
    await worker.post(`milestones/${id}/attach-evidence`, { shows: `${MARK} shown`, file });
    const [report, evidence] = [await eventOf(id, 'ProgressReported'), await eventOf(id, 'EvidenceAttached')];
    await worker.post(`milestones/${id}/correct`, {
      ...{ event: report, reason: 'A slip.', replace: { narrative: `${MARK} said it so.` } },
    });
    expect(await readModels()).toContain(MARK);
    const before = await stored();
    const proposal = await erase([report, evidence]);
    expect(await readModels()).toContain(MARK);

    const approved = await approver.post(`approvals/${proposal}/approve`, APPROVAL);
    expect(approved.body.events).toEqual([
      expect.objectContaining({ type: 'ChangeApproved' }),
      expect.objectContaining({ type: 'TextErased' }),
    ]);
    await purged();
    const view = (await worker.get(`milestones/${id}`)).body;
    expect(view).toMatchObject({
      title: 'Homes near school',
      progress: [{ narrative: '[removed]' }, { narrative: 'The second report.' }],
      evidence: [{ shows: '[removed]' }],
    });
    expect((await worker.get(`milestones/${id}/evidence/${evidence}/file`)).status).toBe(410);
    expect((await stored()).slice(0, before.length)).toEqual(before);
    const opened = await openEvents(await running.tracker.store.readAll(null, 1_000), running.tracker.vault);
    expect(JSON.stringify(opened)).not.toContain(MARK);
    expect(JSON.stringify(opened)).toContain('The second report.');
  });

  /** Every event as it lies in the log. */
  async function stored(): Promise<string[]> {
    const events = await running.tracker.store.readAll(null, 1_000);
    return events.map(({ envelope, payload }) => Buffer.from(envelope).toString() + Buffer.from(payload).toString());
  }

  it('holds where a server that remembers a key rebuilds after another one destroyed it', async () => {
    const id = await worker.propose({ title: `At ${MARK}` });
    const event = await eventOf(id, 'MilestoneProposed');
    await running.tracker.vault.keysOf([event]);
    const pool = createPool(roleUrls(running.databaseUrl).vault, { applicationName: 'test', max: 1 });
    await new PostgresKeyVault(pool).destroy(event);
    await pool.end();
    await running.tracker.readSide.rebuild();
    expect(await readModels()).not.toContain(MARK);
  });

  it('forgets the files that were handed in to be imported, which may hold the text too', async () => {
    const subject = { kind: 'plan', title: 'A plan', key: 'a-plan' } as const;
    const file = { name: 'plan.json', content: Buffer.from(MARK) };
    const imports = running.app.get(ImportWork, { strict: false });
    const waiting = await imports.keep(file, subject, 'north-lanarkshire');
    expect((await imports.find(waiting, 'north-lanarkshire'))?.file.content.toString()).toBe(MARK);
    const id = await worker.propose();
    await worker.post(`milestones/${id}/report-progress`, { rating: 'on track', narrative: `${MARK} came along.` });
    const proposal = await erase([await eventOf(id, 'ProgressReported')]);
    await approver.post(`approvals/${proposal}/approve`, APPROVAL);
    await until('the file is forgotten', async () => (await imports.find(waiting, 'north-lanarkshire')) === null);
  });

  it('takes the proposal along by which the text came about', async () => {
    const id = await worker.propose();
    const asked = await worker.post(`milestones/${id}/withdraw`, { reason: `${MARK} moved.`, decidedBy: 'Board' });
    await worker.get(`approvals/${String(asked.body.proposal)}`);
    await approver.post(`approvals/${String(asked.body.proposal)}/approve`, APPROVAL);
    const proposal = await erase([await eventOf(id, 'MilestoneWithdrawn')]);
    await approver.post(`approvals/${proposal}/approve`, APPROVAL);
    await purged();
    expect((await worker.get(`milestones/${id}`)).body).toMatchObject({ withdrawn: { reason: '[removed]' } });
  });

  it('is done again at the next start and daily, where a crash came between or the vault was restored', async () => {
    const log = pino({ level: 'silent' });
    const [start, day] = [() => running.app.get(Eraser, { strict: false }).resume(), () => dailyWork(running.app, log)];
    for (const again of [start, day]) {
      const id = await worker.propose();
      await worker.post(`milestones/${id}/report-progress`, { rating: 'on track', narrative: `${MARK} again.` });
      const report = await eventOf(id, 'ProgressReported');
      const { rows } = await owner.query<{ key: Buffer }>('SELECT key FROM vault.subject_key WHERE subject = $1', [
        report,
      ]);
      const proposal = await erase([report]);
      await approver.post(`approvals/${proposal}/approve`, APPROVAL);
      await worker.get(`approvals/${proposal}`);
      await notedAsPurged();
      await owner.query('UPDATE vault.subject_key SET key = $2, destroyed_at = NULL WHERE subject = $1', [
        report,
        rows[0]?.key,
      ]);
      await owner.query('DELETE FROM work.purged');
      await again();
      const after = await owner.query('SELECT key FROM vault.subject_key WHERE subject = $1', [report]);
      expect(after.rows).toEqual([{ key: null }]);
      await notedAsPurged();
      expect(await readModels()).not.toContain(MARK);
    }
  });

  it('is refused with field and rule, and nothing is written', async () => {
    const [id, other] = [await worker.propose(), await worker.propose()];
    const [own, foreign] = [await eventOf(id, 'MilestoneProposed'), await eventOf(other, 'MilestoneProposed')];
    await worker.post(`milestones/${id}/start`, {});
    const started = await eventOf(id, 'MilestoneStarted');
    const head = await running.tracker.store.head();
    const rulesOf = async (body: object, by = worker): Promise<unknown> =>
      ((await by.post('erasures', body)).body.errors as { field: string; rule: string }[]).map(
        ({ field, rule }) => `${field} ${rule}`,
      );
    expect(await rulesOf({ events: [own, foreign], reason: REASON })).toEqual(['events.1 of-one-thing']);
    expect(await rulesOf({ events: [started], reason: REASON })).toEqual(['events.0 text-is-there']);
    expect(await rulesOf({ events: [], reason: REASON })).toEqual(['events array-not-empty']);
    expect(await rulesOf({ events: [own] })).toEqual(['reason required']);
    const south = new Caller(running, 'worker', 'south-lanarkshire');
    expect(await rulesOf({ events: [own], reason: REASON }, south)).toEqual(['events.0 known-event']);
    expect((await approver.post('erasures', { events: [own], reason: REASON })).status).toBe(403);
    expect(await running.tracker.store.head()).toBe(head);
  });

  it('is asked for on the page of everything on record, and by nobody who may not', async () => {
    const id = await worker.propose({ title: 'A title to go' });
    const event = await eventOf(id, 'MilestoneProposed');
    const address = `/p/north-lanarkshire/records/${event}/erase`;
    const [proposer, board] = [await Visitor.signedIn(running, 'worker'), await Visitor.signedIn(running, 'board')];
    const page = `/p/north-lanarkshire/milestones/${id}/history`;
    expect((await proposer.get(page)).html).toContain(address);
    expect((await board.get(page)).html).not.toContain(address);
    expect((await board.get(address)).status).toBe(403);
    expect(textOf((await proposer.get(address)).html)).toContain('A title to go');
    expect(await proposer.record(`records/${event}/erase`, { reason: REASON })).toMatchObject({
      ...{ status: 303, location: `${page}?notice=proposed` },
    });
  });
});
