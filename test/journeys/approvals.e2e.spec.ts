import { randomUUID } from 'node:crypto';
import { Caller } from '../support/caller';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { textOf, Visitor } from '../support/visitor';

const WITHDRAWAL = { reason: 'Another one says it better.', decidedBy: 'Promise Board' };
const APPROVAL = { body: 'Promise Board', date: '2026-01-20', reason: 'Minute of 20 January, item 4.' };
const WORKPLACE = '/p/north-lanarkshire';

describe('what needs a second person', () => {
  let running: RunningTracker;
  let worker: Caller;
  let approver: Caller;

  beforeAll(async () => {
    running = await runningTracker();
    worker = new Caller(running, 'worker');
    approver = new Caller(running, 'approver');
  });
  afterAll(() => running.stop());

  const lifecycle = async (id: string): Promise<string> =>
    String((await worker.get(`milestones/${id}`)).body.lifecycle);
  /** A milestone whose withdrawal waits, and the proposal's id. */
  const withdrawalOf = async (): Promise<[string, string]> => {
    const id = await worker.propose();
    const asked = await worker.post(`milestones/${id}/withdraw`, WITHDRAWAL);
    // What waits is found once the read models have it.
    await worker.get(`approvals/${String(asked.body.proposal)}`);
    return [id, String(asked.body.proposal)];
  };

  it('is answered 202 with a proposal, and counts once somebody else approves it', async () => {
    const id = await worker.propose();
    const asked = await worker.post(`milestones/${id}/withdraw`, WITHDRAWAL);
    expect(asked).toMatchObject({ status: 202, body: { id, events: [{ type: 'ChangeProposed' }] } });
    expect(await lifecycle(id)).toBe('proposed');
    const proposal = String(asked.body.proposal);
    expect((await worker.get(`approvals/${proposal}`)).body).toMatchObject({
      ...{ id: proposal, change: 'withdrawal', standing: 'waiting', about: { kind: 'milestone', id } },
      ...{ why: WITHDRAWAL.reason, proposedBy: { role: 'worker' }, settled: null },
    });
    const approved = await approver.post(`approvals/${proposal}/approve`, APPROVAL);
    expect(approved).toMatchObject({
      status: 200,
      body: { id: proposal, events: [{ type: 'ChangeApproved' }, { type: 'MilestoneWithdrawn' }] },
    });
    expect(await lifecycle(id)).toBe('withdrawn');
    expect((await worker.get(`approvals/${proposal}`)).body).toMatchObject({
      standing: 'approved',
      settled: { by: { role: 'approver' }, reason: APPROVAL.reason, body: 'Promise Board', decidedOn: '2026-01-20' },
    });
    const history = (await worker.get(`milestones/${id}/history`)).body.items as { what: string; why: string }[];
    expect(history.map(({ what, why }) => [what, why]).slice(1)).toEqual([
      [expect.stringContaining('It was proposed to withdraw the milestone.'), WITHDRAWAL.reason],
      [expect.stringContaining('Promise Board decided on 2026-01-20'), APPROVAL.reason],
      [expect.stringContaining('The milestone was withdrawn.'), WITHDRAWAL.reason],
    ]);
  });

  it('is told by a repeat what it was told the first time', async () => {
    const id = await worker.propose();
    const key = { 'Idempotency-Key': randomUUID() };
    const [first, again] = [
      await worker.post(`milestones/${id}/withdraw`, WITHDRAWAL, key),
      await worker.post(`milestones/${id}/withdraw`, WITHDRAWAL, key),
    ];
    expect([again.status, again.body]).toEqual([202, first.body]);
  });

  it('is a move of a 10-year date, and not of a 5-year one', async () => {
    const move = {
      ...{ timescale: 'March 2033', reason: 'It takes longer.', decidedBy: 'Promise Board', decidedOn: '2026-01-20' },
      youngPeopleTold: false,
    };
    const [ten, five] = [await worker.propose({ horizon: '10-year', timescale: 'March 2031' }), await worker.propose()];
    expect((await worker.post(`milestones/${ten}/revise-timescale`, move)).status).toBe(202);
    expect((await worker.post(`milestones/${five}/revise-timescale`, move)).status).toBe(200);
    const planned = async (id: string) =>
      ((await worker.get(`milestones/${id}`)).body.planned as { words: string }).words;
    expect([await planned(ten), await planned(five)]).toEqual(['March 2031', 'March 2033']);
  });

  it('changes nothing when it is refused or taken back', async () => {
    const [[one, first], [two, second]] = [await withdrawalOf(), await withdrawalOf()];
    expect((await approver.post(`approvals/${first}/refuse`, { reason: 'Not yet.' })).status).toBe(200);
    expect((await worker.post(`approvals/${second}/take-back`, { reason: 'A slip.' })).status).toBe(200);
    expect([await lifecycle(one), await lifecycle(two)]).toEqual(['proposed', 'proposed']);
    const settled = await worker.get('approvals?standing=refused');
    expect((settled.body.items as { id: string }[]).map(({ id }) => id)).toContain(first);
    const late = await approver.post(`approvals/${first}/approve`, APPROVAL);
    expect([late.status, late.body.errors]).toEqual([422, [expect.objectContaining({ rule: 'still-waiting' })]]);
  });

  it('is refused with field and rule where the approval is wrong, and nothing is written', async () => {
    const [, proposal] = await withdrawalOf();
    const head = await running.tracker.store.head();
    const rules = async (body: object): Promise<unknown> =>
      (
        (await approver.post(`approvals/${proposal}/approve`, body)).body.errors as { field: string; rule: string }[]
      ).map(({ field }) => field);
    expect(await rules({ ...APPROVAL, date: '2099-01-01' })).toEqual(['date']);
    expect(await rules({ ...APPROVAL, reason: '' })).toEqual(['reason']);
    expect(await rules({ date: '2026-01-20' })).toEqual(['body', 'reason']);
    expect((await approver.post(`approvals/${randomUUID()}/approve`, APPROVAL)).status).toBe(404);
    expect((await worker.post(`approvals/${proposal}/approve`, APPROVAL)).status).toBe(403);
    expect(
      (await new Caller(running, 'approver', 'south-lanarkshire').post(`approvals/${proposal}/approve`, APPROVAL))
        .status,
    ).toBe(404);
    expect(await running.tracker.store.head()).toBe(head);
  });

  it('is listed page by page, the latest first', async () => {
    await withdrawalOf();
    const all = (await worker.get('approvals')).body.items as { id: string; proposedAt: string }[];
    expect(all.map(({ proposedAt }) => proposedAt)).toEqual(
      all
        .map(({ proposedAt }) => proposedAt)
        .toSorted()
        .reverse(),
    );
    const paged: string[] = [];
    for (let cursor = ''; paged.length < all.length;) {
      const { body } = await worker.get(`approvals?limit=2${cursor}`);
      paged.push(...(body.items as { id: string }[]).map(({ id }) => id));
      cursor = `&cursor=${String(body.next)}`;
    }
    expect(paged).toEqual(all.map(({ id }) => id));
    expect((await worker.get('approvals?cursor=x')).body.errors).toEqual([
      expect.objectContaining({ field: 'cursor', rule: 'cursor-of-this-list' }),
    ]);
  });

  it('goes through the pages: proposed by one person, approved by another, offered to nobody else', async () => {
    const id = await worker.propose();
    const [proposer, second] = [await Visitor.signedIn(running, 'worker'), await Visitor.signedIn(running, 'approver')];
    const asked = await proposer.record(`milestones/${id}/withdraw`, WITHDRAWAL);
    expect(asked).toMatchObject({ status: 303, location: expect.stringContaining('notice=proposed') });
    const story = await proposer.get(asked.location);
    expect(textOf(story.html)).toContain('It counts once a second person has approved it');
    const [, address = ''] = /href="([^"]*\/approvals\/[\w-]{36})"/.exec(story.html) ?? [];
    const own = await proposer.get(address);
    expect(textOf(own.html)).toContain('You proposed this, so somebody else has to approve it.');
    expect(own.html).not.toContain(`${address}/approve`);
    expect((await proposer.get(`${address}/approve`)).status).toBe(403);

    const list = await second.get(`${WORKPLACE}/approvals`);
    expect(textOf(list.html)).toContain('Waiting for you (');
    expect(list.html).toContain(address);
    const done = await second.record(address.replace(`${WORKPLACE}/`, '') + '/approve', {
      ...{ body: 'Promise Board', 'date-day': '20', 'date-month': '1', 'date-year': '2026', reason: 'Minute, item 4.' },
    });
    expect(done.status).toBe(303);
    const settled = textOf((await second.get(address)).html);
    expect(settled).toContain('Approved by');
    expect(settled).toContain('Promise Board decided it on 20 January 2026.');
    expect(await lifecycle(id)).toBe('withdrawn');
    const refused = await second.get(`${address}/refuse`);
    const again = await second.fill(await second.fill(refused, { reason: 'Late.' }));
    expect([again.status, textOf(again.html)]).toEqual([422, expect.stringContaining('It was approved already')]);
  });
});
