import { type TestDatabase, testDatabase } from '@promise/testing';
import { Caller } from '../support/caller';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { until } from '../support/until';

const AHEAD_MS = 60_000;
const BOARD = 'Children’s Services Partnership Board';

/** A server whose clock goes a minute before everybody else's. */
const ahead = { now: (): string => new Date(Date.now() + AHEAD_MS).toISOString() };

describe('two servers whose clocks are a minute apart', () => {
  let database: TestDatabase;
  let [early, late]: RunningTracker[] = [];
  let [byEarly, byLate]: Caller[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    early = await runningTracker({ database, clock: ahead });
    late = await runningTracker({ database });
    [byEarly, byLate] = [new Caller(early, 'worker'), new Caller(late, 'worker')];
  });
  afterAll(async () => {
    await early?.stop();
    await late?.stop();
    await database.drop();
  });

  /** What one server wrote last is what the other one's callers have seen. */
  function seen(): void {
    if (early && late) late.last.position = early.last.position;
  }

  it('show on each what was recorded on the other', async () => {
    const id = await byEarly?.propose();
    seen();
    expect((await byLate?.get(`milestones/${id}`))?.status).toBe(200);
    expect((await byLate?.get(`milestones/${id}/history`))?.body.items).toHaveLength(1);
  });

  it('show it within a moment to those who say nothing of what they have seen', async () => {
    const id = await byEarly?.propose();
    await until('it is shown', async () => (await byLate?.get(`milestones/${id}`))?.status === 200);
  });

  it('keep the order of what happened to one thing', async () => {
    const id = await byEarly?.propose({ effectiveOn: '2021-06-01' });
    seen();
    const agreed = await byLate?.post(`milestones/${id}/agree`, { body: BOARD, date: '2021-09-01' });
    expect(agreed?.status).toBe(200);
    const history = await byLate?.get(`milestones/${id}/history`);
    const times = (history?.body.items as { recordedAt: string }[]).map(({ recordedAt }) => recordedAt);
    expect(times).toEqual([expect.any(String), times[0]]);
    expect((await byLate?.get(`milestones/${id}`))?.body).toMatchObject({ version: 1 });
  });
});
