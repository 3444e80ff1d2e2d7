import type { Place } from './reader';
import type { Season } from './vocabulary';
import type { Years } from './years';

/**
 * One date as written. What is null was not said; in a range it may stand in the other date (`April to June 2027`).
 * Months count from 1, weekdays from Sunday as 0.
 */
export type Draft = Place &
  (
    | {
        readonly unit: 'day';
        readonly day: number;
        readonly month: number | null;
        readonly weekday: number | null;
        readonly years: Years | null;
      }
    | { readonly unit: 'month'; readonly month: number; readonly years: Years | null }
    | { readonly unit: 'quarter' | 'half'; readonly nth: number; readonly years: Years | null }
    | { readonly unit: 'season'; readonly season: Season; readonly years: Years | null }
    | { readonly unit: 'year'; readonly years: Years }
  );

/** A draft before its place is known. */
export type Unplaced = Draft extends infer D ? (D extends Draft ? Omit<D, keyof Place> : never) : never;
