import type { Person } from '@promise/identity';
import type { Instant } from '@promise/kernel';

/** What the frame knows of the request that a page answers. */
export interface Frame {
  readonly person: Person | null;
  readonly partnership: {
    readonly id: string;
    readonly name: string;
    readonly publishes: readonly string[];
    /** Made up for a demonstration. */
    readonly invented: boolean;
  } | null;
  /** Token for forms; null where the browser has no cookie yet. */
  readonly csrf: string | null;
  /** The address of the page, with its query. */
  readonly address: string;
  /** The moment the page was made, or that it is about, and how many records there were. */
  readonly recorded: { readonly at: Instant; readonly number: number } | null;
}
