import type { FoundationOrRights } from '@promise/kernel';

/**
 * A plan as data: one file of `plans/`, one published document of a partnership. Every text but verbatim values
 * (timescales, names of groups) is in the project's own plain words. `plan-file.schema.json` says the same as JSON
 * Schema.
 */
export interface PlanFile {
  readonly $schema?: string;
  readonly kind: 'plan';
  /** Stable key of the plan in its partnership, lower case: `childrens-services-plan-2021-23`. */
  readonly key: string;
  readonly partnership: string;
  readonly title: string;
  readonly planKind:
    'childrens-services-plan' | 'corporate-parenting-plan' | 'annual-action-plan' | 'inspection-action-plan';
  /** The period as the document says it: `1 April 2019 - 31 March 2022`. */
  readonly period: string;
  /** Other periods that documents give for the same plan, each with its own citation. */
  readonly otherPeriods?: readonly { readonly period: string; readonly citation: Citation }[];
  readonly document: SourceDocument;
  readonly citation: Citation;
  readonly inForceFrom: string;
  /** What the plan says about milestones, leads, dates or measures that stand elsewhere or are yet to come. */
  readonly notes?: readonly { readonly key: string; readonly text: string; readonly citation: Citation }[];
  readonly themes: readonly PlanTheme[];
  readonly priorities: readonly PlanPriority[];
  readonly steps: readonly PlanStep[];
}

export interface SourceDocument {
  readonly title: string;
  readonly publisher: string;
  /** As exact as the document: `2019`, `2021-06` or `2021-06-30`. */
  readonly date: string;
  /** On what ground that date stands. */
  readonly dateReason: string;
}

/** The document by its title and the place in it: section, priority or row. */
export interface Citation {
  readonly document: string;
  readonly place: string;
}

/** A heading that the plan itself groups its lines under. */
export interface PlanTheme {
  readonly key: string;
  readonly title: string;
  readonly citation: Citation;
}

export interface Mapping {
  /** The main foundation it serves, `rights` for what underpins all five, or null where it is left unmapped. */
  readonly primary: FoundationOrRights | null;
  readonly also?: readonly FoundationOrRights[];
  /** `document`: the plan says so itself; `ours`: our own reading. */
  readonly by: 'document' | 'ours';
  readonly reason: string;
}

/** A line of a plan that says what it wants: a priority, an action, an area for action. */
export interface PlanPriority {
  readonly key: string;
  /** The number this edition prints, where it prints one; never the identity. */
  readonly number?: string;
  readonly title: string;
  readonly theme: string;
  readonly foundation: Mapping;
  readonly measures: readonly PlanMeasure[];
  readonly citation: Citation;
  readonly inForceFrom: string;
}

/** "How will we know?", as text for now. */
export interface PlanMeasure {
  readonly key: string;
  readonly text: string;
  readonly citation: Citation;
}

/** A dated task below a priority. */
export interface PlanStep {
  readonly key: string;
  /** Key of the priority (the action) it stands below. */
  readonly priority: string;
  readonly title: string;
  /** Names of roles and groups exactly as written. */
  readonly leads: readonly string[];
  /** Exactly as written; null where the row gives none. */
  readonly timescale: string | null;
  /** Where the words and the row do not fit one to one: our reading of them, and why. */
  readonly reading?: { readonly reason: string };
  readonly citation: Citation;
  readonly inForceFrom: string;
}

/** What a partnership's own pack says beside its plans: `plans/<partnership>/partnership.json`. */
export interface PartnershipFile {
  readonly $schema?: string;
  readonly kind: 'partnership';
  /** `north-lanarkshire` */
  readonly partnership: string;
  readonly name: string;
  /** True for a partnership that does not exist and is made up to show the tracker; from its first import on. */
  readonly invented?: boolean;
  /** What anybody may read without signing in. */
  readonly publishes: readonly ('timeline' | 'plans')[];
  /** The day the 5- and 10-year marks are proposed to count from. */
  readonly promiseStart?: {
    readonly timescale: string;
    readonly reading: 'ours';
    readonly reason: string;
    readonly citation: Citation;
  };
  /** What the partnership said it would do about naming milestones. */
  readonly milestonesPromised?: { readonly text: string; readonly citation: Citation };
  readonly document: SourceDocument;
}
