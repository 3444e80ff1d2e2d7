import type { Day } from '@promise/kernel';
import type { MilestoneDeed } from '../act';
import type { Chance } from '../chance';
import type { Days } from '../days';
import type { HowRecorded } from '../diary';
import type { Sketch } from '../sketch';
import type { Words } from '../words';

/** What happens to a milestone and how it is written down. */
export interface Happening {
  readonly name: string;
  readonly on: Day;
  readonly deed: MilestoneDeed;
  readonly how?: HowRecorded;
}

/** What the parts of a life are worked out from. */
export interface LifeOf {
  readonly sketch: Sketch;
  readonly days: Days;
  readonly chance: Chance;
  readonly words: Words;
}
