import { Caller } from '../support/caller';
import { type RunningTracker, runningTracker } from '../support/running-tracker';

describe('the life of a milestone', () => {
  let running: RunningTracker;
  let worker: Caller;
  let board: Caller;
  let inspector: Caller;

  beforeAll(async () => {
    running = await runningTracker();
    [worker, board, inspector] = (['worker', 'board', 'inspector'] as const).map(
      (role) => new Caller(running, role),
    ) as [Caller, Caller, Caller];
  });
  afterAll(() => running.stop());

  it('is recorded, agreed, started, moved, told, evidenced and achieved, and everybody sees it', async () => {
    const id = await worker.propose({ effectiveOn: '2021-06-01', timescale: 'by March 2026' });
    const step = async (name: string, body: object): Promise<void> => {
      const answer = await worker.post(`milestones/${id}/${name}`, body);
      expect([name, answer.status, answer.body.errors]).toEqual([name, 200, undefined]);
    };
    await step('agree', { body: 'Children’s Services Partnership Board', date: '2021-09-01' });
    await step('start', { effectiveOn: '2022-01-10' });
    await step('report-progress', {
      rating: 'on track',
      narrative: 'Half of the teams work this way.',
      reportedBy: 'TNT',
    });
    await step('revise-timescale', {
      timescale: 'by September 2026',
      reason: 'Two teams need more time.',
      decidedBy: 'Children’s Services Partnership Board',
      decidedOn: '2025-12-01',
      youngPeopleTold: { state: 'not-yet' },
    });
    await step('tell', { when: '2026-01-15', how: 'At the Champions Board.' });
    await step('attach-evidence', { shows: 'The report of the pilot.', link: 'https://www.example.org/report' });
    const before = await worker.get(`milestones/${id}`);
    expect(before.body).toMatchObject({ lifecycle: 'started', moved: true });
    await step('achieve', {
      date: '2026-06-30',
      evidence: [before.body.evidence[0].id],
      differenceMade: 'Children keep the person they know.',
    });

    const view = await worker.get(`milestones/${id}`);
    expect(view.body).toMatchObject({ status: 'achieved', achieved: { on: '2026-06-30' } });
    expect(view.body.moves[0].youngPeopleTold).toMatchObject({ state: 'told', when: '2026-01-15' });
    const timeline = await board.get('timeline?horizon=5');
    expect(timeline.status).toBe(200);
    const care = timeline.body.lanes.find((lane: { key: string }) => lane.key === 'care');
    expect(care.milestones[0]).toMatchObject({
      id,
      status: 'achieved',
      firstPlanned: { words: 'by March 2026', end: '2026-03-31' },
      planned: { words: 'by September 2026', end: '2026-09-30' },
    });
    expect(timeline.body.counts.fiveYear).toMatchObject({ total: 1, achieved: 1, mark: { date: '2026-03-31' } });
    const history = await inspector.get(`milestones/${id}/history`);
    expect(history.body.items.map((entry: { type: string }) => entry.type)).toEqual([
      'MilestoneProposed',
      'MilestoneAgreed',
      'MilestoneStarted',
      'ProgressReported',
      'MilestoneTimescaleRevised',
      'YoungPeopleTold',
      'EvidenceAttached',
      'MilestoneAchieved',
    ]);
    expect(history.body.items[4]).toMatchObject({
      why: 'Two teams need more time.',
      who: { role: 'worker' },
      transcribed: false,
    });
  });
});
