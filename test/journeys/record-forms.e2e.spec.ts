import { ANSWERS, day, PROPOSAL } from '../support/answers';
import { Caller } from '../support/caller';
import type { FilledIn } from '../support/html-form';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { textOf, Visitor } from '../support/visitor';

const EARLIER = { effectiveOn: '2021-06-01' };

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

  const viewOf = async (id: string): Promise<Record<string, any>> => (await api.get(`milestones/${id}`)).body;
  const records = async (form: string, id: string, answers: FilledIn): Promise<void> => {
    const done = await worker.record(`milestones/${id}/${form}`, answers);
    expect([form, done.status, done.status === 303 ? '' : textOf(done.html)]).toEqual([form, 303, '']);
  };

  it('carry a milestone from a line of a plan to its achievement', async () => {
    const { body } = await api.get('plans/childrens-services-plan-2021-23/priorities');
    const priority = (body.items as { id: string; number: string }[]).find(({ number }) => number === '7')?.id ?? '';
    const plan = await worker.get('plans/childrens-services-plan-2021-23');
    expect(plan.html).toContain(`milestones/new?priority=${priority}"`);
    const open = await worker.get(`milestones/new?priority=${priority}`);
    expect(open.html).toContain('Voice, priority 7');
    const check = await worker.fill(open, PROPOSAL);
    expect([check.status, textOf(check.html)]).toEqual([
      200,
      expect.stringContaining('In March 2026 (1 March 2026 to 31 March 2026).'),
    ]);
    const recorded = await worker.fill(check);
    expect(recorded).toMatchObject({ status: 303, location: expect.stringMatching(/milestones\/[\w-]{36}\?notice=/) });
    const id = /milestones\/([\w-]{36})/.exec(recorded.location)?.[1] ?? '';
    expect(await viewOf(id)).toMatchObject({ priorities: [priority], foundation: 'voice', proposedOn: '2021-06-01' });

    const forms = ['agree', 'start', 'report-progress', 'revise-timescale', 'tell', 'attach-evidence', 'change-leads'];
    for (const form of forms) await records(form, id, ANSWERS[form as keyof typeof ANSWERS]);
    const { evidence } = await viewOf(id);
    await records('achieve', id, {
      ...day('date', [30, 6, 2026]),
      evidence: evidence[0].id,
      differenceMade: 'Children know their advocate.',
    });
    expect(await viewOf(id)).toMatchObject({ lifecycle: 'achieved', achieved: { on: '2026-06-30' }, leads: ['TNT'] });
    await records('reopen', id, ANSWERS.reopen);
    await records('withdraw', id, ANSWERS.withdraw);
    expect(await viewOf(id)).toMatchObject({ lifecycle: 'started' });
    const page = await worker.get(recorded.location);
    expect([page.status, textOf(page.html)]).toEqual([200, expect.stringContaining('It is recorded.')]);
  });

  it('show the date before and after side by side, and say how it is understood', async () => {
    const id = await api.propose(EARLIER);
    const open = await worker.get(`milestones/${id}/revise-timescale`);
    const check = await worker.fill(open, ANSWERS['revise-timescale']);
    expect(textOf(check.html)).toContain('Planned until now by March 2026 by the end of March 2026');
    expect(textOf(check.html)).toContain('Planned from now on by September 2026 by the end of September 2026');
  });

  it('take a file as evidence', async () => {
    const id = await api.propose(EARLIER);
    const open = await worker.get(`milestones/${id}/attach-evidence`);
    const check = await worker.fill(open, { shows: 'The report.', kind: 'file' });
    const without = await worker.fill(check);
    expect([without.status, textOf(without.html)]).toEqual([400, expect.stringContaining('Choose the file.')]);
    const recorded = await worker.fill(without, { file: Buffer.from('%PDF-1.7') });
    expect(recorded.status).toBe(303);
    expect(await viewOf(id)).toMatchObject({
      evidence: [{ shows: 'The report.', link: null, file: { name: 'Bericht – final.pdf', size: 8 } }],
    });
  });

  it('put a mistake right: fields of a record, then the whole record, then the correction', async () => {
    const id = await api.propose(EARLIER);
    await records('agree', id, ANSWERS.agree);
    const event = async (type: string): Promise<string> => {
      const { body } = await api.get(`milestones/${id}/history`);
      return (body.items as { event: string; type: string }[]).findLast((each) => each.type === type)?.event ?? '';
    };
    const choose = await worker.get(`milestones/${id}/correct`);
    expect(choose.html).toContain(`/correct/${await event('MilestoneAgreed')}`);
    await records(`correct/${await event('MilestoneAgreed')}`, id, { how: 'replace', body: 'TNT', why: 'A slip.' });
    expect(await viewOf(id)).toMatchObject({ agreed: { body: 'TNT', on: '2021-09-01' } });
    await records(`correct/${await event('MilestoneAgreed')}`, id, { how: 'void', why: 'Not agreed.' });
    expect(await viewOf(id)).toMatchObject({ agreed: null });
    await records(`correct/${await event('EventVoided')}`, id, { why: 'It was agreed.' });
    expect(await viewOf(id)).toMatchObject({ agreed: { body: 'TNT', on: '2021-09-01' } });
    await records(`correct/${await event('MilestoneProposed')}`, id, { foundation: 'family', why: 'Read again.' });
    expect(await viewOf(id)).toMatchObject({
      foundation: 'family',
      title: 'Children who move home have one worker who stays',
    });
  });

  it('ask of a correction that it changes something', async () => {
    const id = await api.propose(EARLIER);
    const { body } = await api.get(`milestones/${id}/history`);
    const open = await worker.get(`milestones/${id}/correct/${String(body.items[0].event)}`);
    const answer = await worker.fill(open, { why: 'A slip.' });
    expect([answer.status, textOf(answer.html)]).toEqual([400, expect.stringContaining('Change what is wrong')]);
  });

  it('record what came of a step, and from when the marks count', async () => {
    const { body } = await api.get('plans/corporate-parenting-improvement-plan-2019-22/steps');
    const step = String(body.items[0].id);
    const answers = { result: 'done', ...day('when', [1, 3, 2020]), byWhoseWord: 'TNT' };
    expect(await worker.record(`steps/${step}/record-result`, answers)).toMatchObject({ status: 303 });
    const after = await api.get('plans/corporate-parenting-improvement-plan-2019-22/steps');
    expect(after.body.items[0].result).toMatchObject({ result: 'done', when: '2020-03-01' });
    const start = {
      timescale: 'words',
      'timescale-words': 'March 2021',
      reason: 'The workers came.',
      decidedBy: 'CSP Board',
      ...day('decidedOn', [1, 6, 2021]),
    };
    expect(await worker.record('promise-start', start)).toMatchObject({ status: 303 });
  });
});
