/** What somebody may read without signing in. */
export type Published = 'timeline' | 'plans';

/**
 * What a partnership's own file says beside its plans. The same shape as the partnership file that is read and checked
 * with the plans.
 */
export interface PartnershipPack {
  /** `north-lanarkshire` */
  readonly partnership: string;
  readonly name: string;
  /** True for a partnership that does not exist and is made up to show the tracker. */
  readonly invented?: boolean;
  readonly publishes: readonly Published[];
  /** The day the 5- and 10-year marks are proposed to count from. */
  readonly promiseStart?: {
    readonly timescale: string;
    readonly reading: 'ours';
    readonly reason: string;
    readonly citation: PackCitation;
  };
  /** What the partnership said it would do about naming milestones. */
  readonly milestonesPromised?: { readonly text: string; readonly citation: PackCitation };
  /** Date as exact as the document: `2019`, `2021-06` or `2021-06-30`. */
  readonly document: { readonly title: string; readonly date: string };
}

export interface PackCitation {
  readonly document: string;
  readonly place: string;
}
