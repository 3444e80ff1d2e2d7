import type { Day, FoundationOrRights, Instant, Timescale } from '@promise/kernel';
import type { Published } from '../../domain/partnership/pack';

export interface CitationView {
  readonly document: string;
  readonly place: string;
}

/** A start of the Promise work: from when the 5- and 10-year marks count, and on what ground. */
export interface PromiseStartView {
  readonly timescale: Timescale;
  /** `our-reading`: proposed from the documents; `decided`: by the partnership. */
  readonly standing: 'our-reading' | 'decided';
  readonly reason: string;
  readonly decidedBy: string | null;
  readonly decidedOn: Day | null;
  readonly citation: CitationView | null;
  readonly effectiveOn: Day;
  readonly recordedAt: Instant;
}

/** A theme of the partnership's own; `primary` is null where it is not mapped to a foundation. */
export interface ThemeView {
  readonly key: string;
  readonly title: string;
  readonly primary: FoundationOrRights | null;
  readonly also: readonly FoundationOrRights[];
  readonly reason: string | null;
}

/** How long people's accounts are kept after their last role, in months, and why. */
export interface RetentionView {
  readonly accountMonths: number;
  readonly reason: string;
}

export interface PartnershipRowState {
  readonly name: string;
  readonly publishes: readonly Published[];
  /** Made up to show the tracker: there is no such partnership. */
  readonly invented: boolean;
  /** The start that counts, or null while none is set. */
  readonly promiseStart: PromiseStartView | null;
  /** Every other start that ever counted, in the order in which they were recorded. */
  readonly earlierStarts: readonly PromiseStartView[];
  /** What the partnership said it would do about naming milestones. */
  readonly milestonesPromised: { readonly text: string; readonly citation: CitationView } | null;
  readonly themes: readonly ThemeView[];
  /** Null while nothing is decided: then nobody's account is deleted. */
  readonly retention: RetentionView | null;
  /** Since when the partnership is registered here. */
  readonly recordedSince: Instant;
}

/** A partnership as a reader gets it. */
export interface PartnershipView extends PartnershipRowState {
  readonly partnership: string;
}
