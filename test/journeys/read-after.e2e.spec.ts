import { Caller } from '../support/caller';
import { type RunningTracker, runningTracker } from '../support/running-tracker';

describe('Read-After', () => {
  let running: RunningTracker;

  beforeAll(async () => {
    running = await runningTracker({ projecting: false });
  });
  afterAll(() => running.stop());

  it('says 503 with Retry-After while the read models are behind, and answers when they have come', async () => {
    const worker = new Caller(running, 'worker');
    const id = await worker.propose();
    const early = await worker.get(`milestones/${id}`);
    expect(early).toMatchObject({ status: 503, headers: { 'retry-after': '1' } });
    const waiting = worker.get(`milestones/${id}`);
    await running.tracker.readSide.projector.catchUp();
    expect(await waiting).toMatchObject({ status: 200, body: { id } });
  });

  it('refuses what is no position', async () => {
    const answer = await new Caller(running, 'worker').get('milestones', { 'Read-After': 'yesterday' });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'Read-After' }] } });
  });
});
