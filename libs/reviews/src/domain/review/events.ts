import type { Day, DomainEvent, Personal } from '@promise/kernel';

/** What a partnership looks back on, by how often or after how many years it does so. */
export const REVIEW_KINDS = ['six-monthly', 'annual', 'three-year', 'five-year', 'ten-year'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

/** A review of the days `from` to `until`, both included; `takingPart` are bodies or groups, never people. */
export type ReviewOpened = DomainEvent<
  'ReviewOpened',
  {
    readonly review: string;
    readonly kind: ReviewKind;
    readonly title: Personal;
    readonly from: Day;
    readonly until: Day;
    readonly takingPart: readonly Personal[];
  }
>;

/** `milestone` is the id of a milestone of the same partnership, where the finding is about one. */
export type FindingNoted = DomainEvent<'FindingNoted', { readonly text: Personal; readonly milestone: string | null }>;

/** What came of the review, which groups were given it, and how children and young people were told. */
export type ReviewClosed = DomainEvent<
  'ReviewClosed',
  { readonly outcome: Personal; readonly recipients: readonly Personal[]; readonly toldHow: Personal | null }
>;

export type ReviewEvent = ReviewOpened | FindingNoted | ReviewClosed;

/** Every type of event on a stream `partnership/review/<id>`, beside those that may stand on any stream. */
export const REVIEW_EVENT_TYPES = [
  'ReviewOpened',
  'FindingNoted',
  'ReviewClosed',
] as const satisfies readonly ReviewEvent['type'][];
