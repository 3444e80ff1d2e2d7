import { createHash } from 'node:crypto';
import { type Day, londonDay } from '@promise/kernel';
import type { Act } from './act';
import { lifeOf } from './life';
import { planActs } from './plan';
import { SKETCHES } from './sketch';
import { Words } from './words';

/**
 * All that the invented partnership recorded up to the end of a day, in the order in which it was recorded. The ten
 * years are written once and for all; a later day only shows more of them.
 */
export function historyUntil(lastDay: Day): readonly Act[] {
  const words = new Words();
  return [...planActs(), ...SKETCHES.flatMap((sketch) => lifeOf(sketch, words))]
    .filter(({ at }) => londonDay(at) <= lastDay)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Tells one version of the history from another. */
export function fingerprintOf(history: readonly Act[]): string {
  return createHash('sha256').update(JSON.stringify(history)).digest('hex').slice(0, 16);
}
