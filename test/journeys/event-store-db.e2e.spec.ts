import { Simulator } from '../eventstoredb/simulator';
import { A_MILESTONE, Caller } from '../support/caller';
import { changedPlanFile } from '../support/changed-plan';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { until } from '../support/until';
import { textOf, Visitor } from '../support/visitor';

const ONCE = '5f0d2c9e-6a3b-4a9c-8a55-0f4f6c1f7b3e';

describe('the tracker with its log in EventStoreDB', () => {
  let simulator: Simulator;
  let running: RunningTracker;

  beforeAll(async () => {
    simulator = await Simulator.start();
    running = await runningTracker({ environment: { EVENT_STORE_URL: simulator.url.replace('esdb', 'kurrentdb') } });
  });
  afterAll(async () => {
    await running.stop();
    simulator.stop();
  });

  it('proposes a milestone and shows it in the timeline, also when answers are lost', async () => {
    const worker = new Caller(running, 'worker');
    const { status, headers } = await worker.post('milestones', A_MILESTONE, { 'Idempotency-Key': ONCE });
    expect([status, headers.position]).toEqual([201, expect.stringMatching(/^\d+$/)]);
    simulator.faults.appends.push('unavailable after writing');
    const id = await worker.propose();
    const timeline = await worker.get('timeline');
    expect(timeline.status).toBe(200);
    expect(JSON.stringify(timeline.body)).toContain(id);
    const again = await worker.post('milestones', A_MILESTONE, { 'Idempotency-Key': ONCE });
    expect([again.status, again.headers.position]).toEqual([status, headers.position]);
    const proposed = simulator.log.all.filter(({ type }) => type === 'MilestoneProposed');
    expect(proposed).toHaveLength(2);
  });

  it('says that a plan is too long for the server, and imports it once the server takes more', async () => {
    const long = changedPlanFile((plan) => {
      plan.title = 'A long plan';
      plan.steps = (plan.steps as object[]).map((step) => ({
        ...step,
        title: 'Say it at some length. '.repeat(4).trim(),
      }));
    });
    simulator.log.maxAppendBytes = 10_000;
    const worker = await Visitor.signedIn(running, 'worker');
    const { location, status, html } = await worker.fill(await worker.get('import'), { file: long });
    if (status !== 303) throw new Error(textOf(html));
    const head = await running.tracker.store.head();
    const over = async (): Promise<string> => {
      await worker.fill(await worker.get(location));
      let text = '';
      await until('the import is over', async () => {
        text = textOf((await worker.get(location)).html);
        return !text.includes('is being imported');
      });
      return text;
    };
    expect(await over()).toContain('more in it than the record can take in one go');
    expect(await running.tracker.store.head()).toBe(head);
    simulator.log.maxAppendBytes = 1_048_576;
    expect(await over()).toContain('were recorded.');
  });

  it('holds the log there alone, and asked for nothing that changes what is written', async () => {
    const applied = simulator.log.all.filter(({ type }) => !type.startsWith('$'));
    expect(applied.length).toBeGreaterThan(50);
    expect(await running.tracker.store.head()).toBe(String(applied.at(-1)?.position.commit));
    expect(simulator.forbidden).toEqual([]);
    const problems = running.logged.filter((line) => line.includes('"problem"'));
    expect(problems.filter((line) => !line.includes('EventTooLarge'))).toEqual([]);
  });
});
