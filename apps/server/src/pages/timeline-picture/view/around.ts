import type { Day } from '@promise/kernel';

/** What a view is made for: the day it shows, and where its links lead. */
export interface Around {
  readonly asAt: Day;
  /** `/p/north-lanarkshire` */
  readonly base: string;
  /** Put behind every link, so that a day that was asked for stays: `?asAt=2024-05-05`, or empty. */
  readonly query: string;
}
