import type { INestApplicationContext } from '@nestjs/common';
import type { Tracker } from '@promise/tracker';
import type { Act } from './history/act';
import { Player } from './player';
import type { SimulatedClock } from './simulated-clock';

/** So many acts are recorded before the read models follow: enough to be quick, few enough to show progress. */
const ACTS_AT_ONCE = 200;

interface Watch {
  /** Told after each batch how many acts are recorded. */
  readonly onProgress?: (recorded: number) => void;
  /** Whether to break off between two acts. */
  readonly isOver?: () => boolean;
}

/**
 * Records a history in an open tracker whose clock this is, and brings the read models up to date. Acts that are
 * recorded already are passed over.
 * @returns whether all of it is recorded: false when it was broken off
 */
export async function recordHistory(
  app: INestApplicationContext,
  tracker: Tracker,
  clock: SimulatedClock,
  history: readonly Act[],
  { onProgress = () => undefined, isOver = () => false }: Watch = {},
): Promise<boolean> {
  const player = new Player(app, tracker, clock);
  for (const [n, act] of history.entries()) {
    if (isOver()) return false;
    await player.play(act);
    if ((n + 1) % ACTS_AT_ONCE !== 0) continue;
    await tracker.readSide.projector.catchUp();
    onProgress(n + 1);
  }
  await tracker.readSide.projector.catchUp();
  onProgress(history.length);
  return true;
}
