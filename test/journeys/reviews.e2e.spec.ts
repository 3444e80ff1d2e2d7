import { randomUUID } from 'node:crypto';
import { Caller } from '../support/caller';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { until } from '../support/until';
import { textOf, Visitor } from '../support/visitor';

const WORKPLACE = '/p/north-lanarkshire';
const A_REVIEW = {
  ...{ kind: 'six-monthly', title: 'The winter review', from: '2025-07-01', until: '2025-12-31' },
  takingPart: ['Promise Board', 'Young people’s group'],
};
const CLOSING = { outcome: 'Two dates move.', recipients: ['CSP Board', 'TNT'], toldHow: 'At their meeting.' };
const APPROVAL = { body: 'Promise Board', date: '2026-01-20', reason: 'Minute of 20 January, item 5.' };

describe('reviews', () => {
  let running: RunningTracker;
  let worker: Caller;
  let approver: Caller;

  beforeAll(async () => {
    running = await runningTracker();
    [worker, approver] = [new Caller(running, 'worker'), new Caller(running, 'approver')];
  });
  afterAll(() => running.stop());

  const opened = async (more: object = {}): Promise<string> => {
    const answer = await worker.post('reviews', { ...A_REVIEW, ...more });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return String(answer.body.id);
  };
  /** A review that waits to be closed, and the proposal's id. */
  const closing = async (): Promise<[string, string]> => {
    const id = await opened();
    const asked = await worker.post(`reviews/${id}/close`, CLOSING);
    // What waits is found once the read models have it.
    await worker.get(`approvals/${String(asked.body.proposal)}`);
    return [id, String(asked.body.proposal)];
  };
  const rulesOf = async (path: string, body: object, by = worker): Promise<unknown> =>
    ((await by.post(path, body)).body.errors as { field: string; rule: string }[]).map(
      ({ field, rule }) => `${field} ${rule}`,
    );

  it('are opened, take findings, and are closed once a second person approves it', async () => {
    const asked = await worker.post('reviews', A_REVIEW);
    const id = String(asked.body.id);
    expect([asked.status, asked.headers.location]).toEqual([
      ...[201, `/api/v1/partnerships/north-lanarkshire/reviews/${id}`],
    ]);
    const milestone = await worker.propose();
    await worker.post(`reviews/${id}/findings`, { text: 'Fewer moves.' });
    await worker.post(`reviews/${id}/findings`, { text: 'It is late.', milestone });
    const board = new Caller(running, 'board');
    const view = await board.get(`reviews/${id}`);
    expect(view.headers.etag).toBe('"2"');
    expect(view.body).toMatchObject({
      ...{ ...A_REVIEW, id, closed: null, version: 2 },
      findings: [
        { text: 'Fewer moves.', milestone: null },
        { text: 'It is late.', milestone },
      ],
    });

    const close = await worker.post(`reviews/${id}/close`, CLOSING);
    expect(close).toMatchObject({ status: 202, body: { id, events: [{ type: 'ChangeProposed' }] } });
    const proposal = String(close.body.proposal);
    expect((await worker.get(`reviews/${id}`)).body).toMatchObject({ closed: null, version: 3 });
    expect((await worker.get(`approvals/${proposal}`)).body).toMatchObject({
      ...{ change: 'review-closing', about: { kind: 'review', id } },
      what: expect.stringContaining('It was proposed to close the review. What came of it: Two dates move.'),
    });
    const approved = await approver.post(`approvals/${proposal}/approve`, APPROVAL);
    expect(approved.body.events).toEqual([
      expect.objectContaining({ type: 'ChangeApproved' }),
      expect.objectContaining({ type: 'ReviewClosed' }),
    ]);
    expect((await board.get(`reviews/${id}`)).body).toMatchObject({
      closed: { ...CLOSING, body: 'Promise Board', decidedOn: '2026-01-20' },
      version: 5,
    });
    expect((await board.get('reviews?limit=1')).body.items).toEqual([expect.objectContaining({ id })]);
    expect(await rulesOf(`reviews/${id}/findings`, { text: 'More.' })).toEqual(['review not-after-closed']);
  });

  it('stay open when the closing is refused or taken back', async () => {
    const [[one, first], [two, second]] = [await closing(), await closing()];
    expect((await approver.post(`approvals/${first}/refuse`, { reason: 'Not yet.' })).status).toBe(200);
    expect((await worker.post(`approvals/${second}/take-back`, { reason: 'A slip.' })).status).toBe(200);
    for (const id of [one, two]) {
      expect((await worker.get(`reviews/${id}`)).body.closed).toBeNull();
      expect((await worker.post(`reviews/${id}/close`, CLOSING)).status).toBe(202);
    }
  });

  it('are opened once by a request that is sent twice, and told apart by their versions', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    const [first, again] = [await worker.post('reviews', A_REVIEW, key), await worker.post('reviews', A_REVIEW, key)];
    expect([again.status, again.body]).toEqual([201, first.body]);
    const finding = { text: 'Fewer moves.' };
    const path = `reviews/${String(first.body.id)}/findings`;
    expect((await worker.post(path, finding, { 'If-Match': '"7"' })).status).toBe(412);
    expect((await worker.post(path, finding, { 'If-Match': '"0"' })).status).toBe(200);
  });

  it('are refused with field and rule, and nothing is written', async () => {
    const [id, proposal] = await closing();
    const head = await running.tracker.store.head();
    expect(await rulesOf('reviews', { ...A_REVIEW, until: '2025-06-30' })).toEqual(['until ends-not-before-it-begins']);
    expect(await rulesOf('reviews', { ...A_REVIEW, from: '1999-12-31' })).toEqual(['from not-before-2000']);
    expect(await rulesOf('reviews', { ...A_REVIEW, kind: 'weekly' })).toEqual(['kind one-of']);
    expect(await rulesOf('reviews', { ...A_REVIEW, takingPart: [] })).toEqual(['takingPart array-min-size']);
    expect(await rulesOf('reviews', {})).toHaveLength(5);
    const findings = `reviews/${id}/findings`;
    expect(await rulesOf(findings, { text: 'Late.', milestone: randomUUID() })).toEqual(['milestone milestone-exists']);
    expect(await rulesOf(findings, { text: 'Late.', milestone: 'x' })).toEqual(['milestone uuid']);
    expect(await rulesOf(findings, { text: ' ' })).toEqual(['text required']);
    const close = `reviews/${id}/close`;
    expect(await rulesOf(close, { ...CLOSING, effectiveOn: '2099-01-01' })).toEqual(['effectiveOn not-in-the-future']);
    expect(await rulesOf(close, { outcome: 'None.' })).toEqual(['recipients required']);
    expect(await rulesOf(close, CLOSING)).toEqual(['proposal one-at-a-time']);
    expect((await worker.post(`reviews/${randomUUID()}/close`, CLOSING)).status).toBe(404);
    expect((await worker.get(`reviews/${randomUUID()}`)).status).toBe(404);
    expect((await worker.post(`approvals/${proposal}/approve`, APPROVAL)).status).toBe(403);
    expect((await approver.post('reviews', A_REVIEW)).status).toBe(403);
    expect(await running.tracker.store.head()).toBe(head);
  });

  it('are in the trail, each under its name', async () => {
    const id = await opened({ title: 'The trail of a review' });
    const { items } = (await worker.get('trail?kind=review&limit=500')).body as { items: { concerns: object }[] };
    expect(items.at(-1)).toMatchObject({
      concerns: { kind: 'review', id },
      what: expect.stringContaining('The six-monthly review “The trail of a review” was opened'),
    });
    const inspector = await Visitor.signedIn(running, 'inspector');
    const { html } = await inspector.get('trail?kind=review');
    expect(html).toContain(`<a href="${WORKPLACE}/reviews/${id}">The trail of a review</a>`);
    await inspector.get(`reviews/${id}`);
    expect(textOf((await inspector.get('who-has-looked')).html)).toContain('the review “The trail of a review”');
  });

  it('lose a text that is erased, and nothing else', async () => {
    const [id, proposal] = await closing();
    await worker.post(`reviews/${id}/findings`, { text: 'Inchcailloch said so.' });
    const { findings } = (await worker.get(`reviews/${id}`)).body as { findings: { event: string }[] };
    const asked = await worker.post('erasures', { events: [findings[0]?.event], reason: 'It names a place.' });
    await worker.get(`approvals/${String(asked.body.proposal)}`);
    const done = await approver.post(`approvals/${String(asked.body.proposal)}/approve`, APPROVAL);
    expect(done.body.events).toEqual([
      expect.objectContaining({ type: 'ChangeApproved' }),
      expect.objectContaining({ type: 'TextErased' }),
    ]);
    expect((await approver.post(`approvals/${proposal}/approve`, APPROVAL)).status).toBe(200);
    await until('the text is gone', async () => {
      const { body } = await worker.get(`reviews/${id}`);
      return (body.findings as { text: string }[])[0]?.text === '[removed]';
    });
    expect((await worker.get(`reviews/${id}`)).body).toMatchObject({ ...A_REVIEW, closed: CLOSING });
  });

  it('are recorded on pages, which offer only what somebody may do', async () => {
    const [visitor, board] = [await Visitor.signedIn(running, 'worker'), await Visitor.signedIn(running, 'board')];
    const answers = {
      ...{ kind: 'annual', title: 'The year on pages', takingPart: 'Promise Board\nTNT' },
      ...{ 'from-day': '1', 'from-month': '4', 'from-year': '2024' },
      ...{ 'until-day': '31', 'until-month': '3', 'until-year': '2025' },
    };
    const start = await visitor.record('reviews/new', answers);
    expect(start).toMatchObject({
      status: 303,
      location: expect.stringMatching(/\/reviews\/[\da-f-]{36}\?notice=rec/),
    });
    const page = start.location.split('?')[0] ?? '';
    const form = page.slice(WORKPLACE.length + 1);
    const milestone = await worker.propose({ title: 'A milestone that a review found late' });
    expect(await visitor.record(`${form}/note-finding`, { text: 'It is late.', milestone })).toMatchObject({
      ...{ status: 303, location: `${page}?notice=recorded` },
    });
    const shown = (await board.get(page)).html;
    expect(textOf(shown)).toContain('It is late. About the milestone: A milestone that a review found late');
    expect(shown).not.toContain(`${page}/close`);
    expect((await visitor.get(page)).html).toContain(`${page}/close`);

    const { toldHow, ...closing } = { ...CLOSING, recipients: 'CSP Board\nTNT' };
    expect(await visitor.record(`${form}/close`, closing)).toMatchObject({ location: `${page}?notice=proposed` });
    const waiting = (await visitor.get(page)).html;
    expect(textOf(waiting)).toContain('Waits for a second person It was proposed to close the review.');
    expect(waiting).not.toContain(`${page}/close`);
    const [, proposal = ''] = /\/approvals\/([\da-f-]{36})/.exec(waiting) ?? [];
    expect((await visitor.get(`approvals/${proposal}`)).html).toContain(`<a href="${page}">The year on pages</a>`);
    expect((await approver.post(`approvals/${proposal}/approve`, APPROVAL)).status).toBe(200);
    const closed = await visitor.get(page);
    expect(textOf(closed.html)).toContain('Given to CSP Board and TNT');
    expect(closed.html).not.toContain(`${page}/note-finding`);
    expect(textOf((await board.get('reviews')).html)).toMatch(/Closed \(\d+\).*The year on pages/);
  });

  it('give back a form with a fault, and nothing is written', async () => {
    const visitor = await Visitor.signedIn(running, 'worker');
    const id = await opened();
    const head = await running.tracker.store.head();
    const close = await visitor.fill(await visitor.get(`reviews/${id}/close`), { outcome: 'Much.' });
    expect([close.status, textOf(close.html)]).toEqual([
      400,
      expect.stringContaining('“Who is given it?” needs at least one entry.'),
    ]);
    const period = { 'from-day': '1', 'from-month': '4', 'from-year': '2025' };
    const end = { 'until-day': '31', 'until-month': '3', 'until-year': '2025' };
    const asked = { kind: 'annual', title: 'Backwards', takingPart: 'TNT', ...period, ...end };
    const backwards = await visitor.record('reviews/new', asked);
    expect([backwards.status, textOf(backwards.html)]).toEqual([422, expect.stringContaining('It would end before')]);
    for (const part of ['', '/close', '/note-finding']) {
      expect((await visitor.get(`reviews/${randomUUID()}${part}`)).status).toBe(404);
      expect((await visitor.get(`/p/south-lanarkshire/reviews/${id}${part}`)).status).toBe(404);
    }
    expect(await running.tracker.store.head()).toBe(head);
  });
});
