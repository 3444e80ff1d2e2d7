import { Simulator } from '../eventstoredb/simulator';
import { A_MILESTONE, Caller } from '../support/caller';
import { type RunningTracker, runningTracker } from '../support/running-tracker';

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

  it('holds the log there alone, and asked for nothing that changes what is written', async () => {
    const applied = simulator.log.all.filter(({ type }) => !type.startsWith('$'));
    expect(applied.length).toBeGreaterThan(50);
    expect(await running.tracker.store.head()).toBe(String(applied.at(-1)?.position.commit));
    expect(simulator.forbidden).toEqual([]);
    expect(running.logged.join('\n')).not.toContain('problem');
  });
});
