import fc from 'fast-check';
import { Follower } from '../support/follower';
import { LivingTracker } from '../support/living-tracker';
import { type Attempt, randomLife } from '../support/random-life';
import { differences, readTables, type Tables } from '../support/read-tables';

const RUNS = 5;

/** The read models that followed live, those built anew one event at a time, and those that a rebuild puts in place. */
async function threeBuilds(attempts: readonly Attempt[]): Promise<[Tables, Tables, Tables]> {
  const life = await LivingTracker.open();
  try {
    for (const attempt of attempts) await life.attempt(attempt);
    await life.live.catchUp(7);
    const { running } = life;
    const live = await readTables(running.databaseUrl, 'read');
    const single = await Follower.of(running, 'read_next');
    await single.beginAnew('read_next');
    await single.catchUp(1);
    const one = await readTables(running.databaseUrl, 'read_next');
    await single.close();
    await running.tracker.readSide.rebuild();
    return [live, one, await readTables(running.databaseUrl, 'read')];
  } finally {
    await life.close();
  }
}

/** A life is too long to print; its seed brings it back. */
function inShort({ failed, seed, errorInstance }: fc.RunDetails<[Attempt[]]>): void {
  if (failed) throw new Error(`It is not so for the life of seed ${seed}.`, { cause: errorInstance });
}

describe('read models', () => {
  it('are the same whether they followed live, one by one, or were rebuilt from nothing', async () => {
    await fc.assert(
      fc.asyncProperty(randomLife, async (attempts) => {
        const [live, single, rebuilt] = await threeBuilds(attempts);
        expect(live.record?.length).toBeGreaterThan(50);
        expect(differences(single, live)).toEqual({});
        expect(differences(rebuilt, live)).toEqual({});
      }),
      { numRuns: RUNS, endOnFailure: true, reporter: inShort },
    );
  }, 300_000);
});
