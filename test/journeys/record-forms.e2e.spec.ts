import { Caller } from '../support/caller';
import type { FilledIn } from '../support/html-form';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { textOf, Visitor } from '../support/visitor';

/** The day in the three number fields of a form. */
function day(name: string, [date, month, year]: readonly [number, number, number]): FilledIn {
  return { [`${name}-day`]: String(date), [`${name}-month`]: String(month), [`${name}-year`]: String(year) };
}

const PROPOSAL: FilledIn = {
  title: 'Every child has an advocate within two weeks',
  foundation: 'voice',
  horizon: '5-year',
  timescale: 'month',
  'timescale-in-month': '3',
  'timescale-in-year': '2026',
  leads: 'Advocacy service\nChildren’s Services Partnership Board',
  ...day('effectiveOn', [1, 6, 2021]),
};

describe('the forms of the development worker', () => {
  let running: RunningTracker;
  let worker: Visitor;
  let api: Caller;

  beforeAll(async () => {
    running = await runningTracker();
    worker = await Visitor.signedIn(running, 'worker');
    api = new Caller(running, 'worker');
  });
  afterAll(() => running.stop());

  it('carry a milestone from a line of a plan to its achievement', async () => {
    const priority = 'childrens-services-plan-2021-23.7';
    const priorities = await api.get('plans/childrens-services-plan-2021-23/priorities');
    const { id } = (priorities.body.items as { id: string; number: string }[]).find((each) => each.number === '7') ?? {
      id: priority,
    };
    const open = await worker.get(`milestones/new?priority=${id}`);
    expect(open.html).toContain('Voice, priority 7');
    const check = await worker.fill(open, PROPOSAL);
    expect([check.status, textOf(check.html)]).toEqual([
      200,
      expect.stringContaining('In March 2026 (1 March 2026 to 31 March 2026).'),
    ]);
    const recorded = await worker.fill(check);
    expect(recorded).toMatchObject({ status: 303, location: expect.stringMatching(/milestones\/[\w-]{36}\?notice=/) });

    const path = recorded.location.replace(/\?.*/, '');
    const view = async (): Promise<Record<string, any>> =>
      (await api.get(path.replace('/p/', '/api/v1/partnerships/'))).body;
    expect(await view()).toMatchObject({ priorities: [id], foundation: 'voice', proposedOn: '2021-06-01' });

    const steps: readonly (readonly [string, FilledIn])[] = [
      ['agree', { body: 'CSP Board', ...day('date', [1, 9, 2021]) }],
      ['start', day('effectiveOn', [10, 1, 2022])],
      ['report-progress', { rating: 'on track', narrative: 'Half of the teams do.' }],
      ['revise-timescale', { ...MOVE, told: 'not-yet' }],
      ['tell', { ...day('when', [15, 1, 2026]), how: 'At the Champions Board.' }],
      ['attach-evidence', { shows: 'The report.', kind: 'link', link: 'https://www.example.org/report' }],
      ['change-leads', { leads: 'TNT' }],
    ];
    for (const [form, answers] of steps) {
      const done = await worker.record(`${path}/${form}`, answers);
      expect([form, done.status, done.status === 303 ? '' : textOf(done.html)]).toEqual([form, 303, '']);
    }
    const before = await view();
    const achieved = await worker.record(`${path}/achieve`, {
      ...day('date', [30, 6, 2026]),
      evidence: before.evidence[0].id,
      differenceMade: 'Children know their advocate.',
    });
    expect(achieved.status).toBe(303);
    expect(await view()).toMatchObject({ lifecycle: 'achieved', achieved: { on: '2026-06-30' }, leads: ['TNT'] });
  });
});

const MOVE: FilledIn = {
  timescale: 'words',
  'timescale-words': 'by September 2026',
  reason: 'Two teams need more time.',
  decidedBy: 'CSP Board',
  ...day('decidedOn', [1, 12, 2025]),
};
