import { Caller } from '../support/caller';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { Visitor } from '../support/visitor';

const PLAN = 'corporate-parenting-improvement-plan-2019-22';

describe('the start of the Promise work, and the steps of plans', () => {
  let running: RunningTracker;
  let worker: Caller;
  let approver: Caller;

  beforeAll(async () => {
    running = await runningTracker();
    worker = new Caller(running, 'worker');
    approver = new Caller(running, 'approver');
  });
  afterAll(() => running.stop());

  it('has marks by our reading for North Lanarkshire, and none for South Lanarkshire', async () => {
    const north = await worker.get('timeline?horizon=5');
    expect(north.body.start).toMatchObject({ standing: 'our-reading', timescale: { words: 'March 2021' } });
    expect(north.body.marks.map((mark: { date: string }) => mark.date)).toEqual(['2026-03-31', '2031-03-31']);
    expect(north.body.message).toBe(
      'North Lanarkshire said it would name milestones for 5 and 10 years; none is recorded yet.',
    );
    const south = await new Caller(running, 'board', 'south-lanarkshire').get('timeline');
    expect(south.body.start).toBeNull();
    expect(south.body).not.toHaveProperty('counts');
    expect(south.body).not.toHaveProperty('marks');
  });

  it('moves the marks and no milestone when the start is decided, and keeps the old marks', async () => {
    const id = await worker.propose();
    const before = await worker.get(`milestones/${id}`);
    const decided = await worker.post('promise-start', {
      timescale: '1 April 2021',
      citation: { document: 'Minutes of the Partnership Board', place: 'item 4' },
      reason: 'The plan says that the work starts during 2021-23.',
      decidedBy: 'Children’s Services Partnership Board',
      decidedOn: '2021-06-01',
      effectiveOn: '2021-06-01',
    });
    expect(decided.status).toBe(202);
    expect((await worker.get('timeline')).body.start).toMatchObject({ standing: 'our-reading' });
    const approval = { body: 'Partnership Board', date: '2021-06-01', reason: 'Minute of 1 June, item 4.' };
    const approved = await approver.post(`approvals/${String(decided.body.proposal)}/approve`, approval);
    expect([approved.status, approved.body.events]).toEqual([
      200,
      [expect.objectContaining({ type: 'ChangeApproved' }), expect.objectContaining({ type: 'PromiseStartDecided' })],
    ]);
    const timeline = await worker.get('timeline');
    expect(timeline.body.start).toMatchObject({ standing: 'decided', decidedOn: '2021-06-01' });
    expect(timeline.body.marks.map((mark: { date: string }) => mark.date)).toEqual(['2026-04-01', '2031-04-01']);
    expect(timeline.body.earlierMarks.map((mark: { date: string }) => mark.date)).toEqual(['2026-03-31', '2031-03-31']);
    expect((await worker.get(`milestones/${id}`)).body.planned).toEqual(before.body.planned);
  });

  it('shows steps apart from milestones, with words as written, and never as overdue', async () => {
    const timeline = await worker.get('timeline');
    const steps = timeline.body.lanes.flatMap((lane: { steps: object[] }) => lane.steps);
    expect(steps).toHaveLength(41);
    const statuses = new Set(steps.map((step: { status: string }) => step.status));
    expect(statuses).toEqual(new Set(['result-not-recorded', 'no-end']));
    const words = steps.map((step: { planned: { words: string } | null }) => step.planned?.words);
    expect(words).toContain('Throughout the timescale of this plan -2019-2022');
    expect(words).toContain('September 2019 201920192019');
    expect(words).toContain('April 2020 onwards');
    const counted = timeline.body.lanes.map((lane: { counts: { total: number } }) => lane.counts.total);
    expect(counted.reduce((sum: number, each: number) => sum + each, 0)).toBe(0);
  });

  it('records what came of a step, by whose word', async () => {
    const steps = await worker.get(`plans/${PLAN}/steps`);
    const { id } = steps.body.items[0];
    const result = { result: 'done', when: '2019-06-30', byWhoseWord: 'LACYPG' };
    const recorded = await worker.post(`steps/${String(id)}/record-result`, {
      ...result,
      evidence: [{ link: 'https://www.example.org/report', shows: 'the annual report' }],
    });
    expect(recorded.status).toBe(200);
    const after = await worker.get(`plans/${PLAN}/steps?limit=1`);
    expect(after.body.items[0]).toMatchObject({ id, status: 'achieved', result });
    expect((await worker.post('steps/no-plan.no-step/record-result', result)).status).toBe(404);
    const south = new Caller(running, 'worker', 'south-lanarkshire');
    expect((await south.post(`steps/${String(id)}/record-result`, result)).status).toBe(404);
  });

  it('lists the plans with all their lines', async () => {
    const nobody = new Caller(running, null);
    const plans = await nobody.get('plans');
    const ids = plans.body.items.map((plan: { id: string }) => plan.id);
    expect(new Set(ids)).toEqual(new Set([PLAN, 'childrens-services-plan-2021-23']));
    const priorities = await nobody.get('plans/childrens-services-plan-2021-23/priorities');
    expect(priorities.body.items).toHaveLength(30);
    expect(priorities.body.items[0].foundation.primary).toBe('rights');
    expect((await nobody.get(`plans/${PLAN}/priorities`)).body.items).toHaveLength(21);
    const south = new Caller(running, 'board', 'south-lanarkshire');
    const plan = (await south.get('plans')).body.items[0].id as string;
    expect((await south.get(`plans/${plan}/priorities`)).body.items).toHaveLength(20);
    expect((await nobody.get('plans/no-such-plan/steps')).status).toBe(404);
  });

  it('marks all of it as transcribed in the trail, with gapless record numbers', async () => {
    const trail = await new Caller(running, 'inspector', 'south-lanarkshire').get('trail');
    const numbers = trail.body.items.map((entry: { recordNumber: number }) => entry.recordNumber);
    expect(numbers).toEqual(numbers.map((_: number, n: number) => n + 1));
    for (const entry of trail.body.items) expect(entry).toMatchObject({ transcribed: true, late: false });
    const filtered = await new Caller(running, 'inspector').get('trail?foundation=voice&kind=priority');
    expect(filtered.body.items.length).toBeGreaterThan(0);
    for (const entry of filtered.body.items)
      expect(entry.concerns).toMatchObject({ kind: 'priority', foundation: 'voice' });
  });

  it('has no form for a step whose id can be none', async () => {
    const visitor = await Visitor.signedIn(running, 'worker');
    expect((await visitor.get(`steps/${PLAN}.nul%00byte/record-result`)).status).toBe(404);
    expect((await visitor.get('steps/nul%00byte/record-result')).status).toBe(404);
  });
});
