import type { Day } from '@promise/kernel';

/** How a milestone or a step stands, as the picture tells it apart. The order is that of the key. */
export const KINDS = [
  'done',
  'part-done',
  'on-plan',
  'due-soon',
  'moved',
  'overdue',
  'no-end',
  'proposed',
  'stopped',
  'not-done',
  'no-result',
] as const;

export type Kind = (typeof KINDS)[number];

/** All that picture, table and cards say: they differ in form only. */
export interface TimelineView {
  /** `2021 to 2031`; empty where nothing has a day. */
  readonly years: string;
  readonly today: Upright;
  /** What was going on since the work began, or all of it where no start is set. */
  readonly main: Section;
  /** Plan steps that had ended before; null where there are none. */
  readonly before: Section | null;
  /** Milestones of `main` by kind, without those that nobody is. */
  readonly chips: readonly { readonly kind: Kind; readonly count: number; readonly words: string }[];
}

/** Lanes over one axis of time. */
export interface Section {
  readonly key: 'main' | 'before';
  readonly lanes: readonly LaneView[];
  /** Null where nothing has a day. */
  readonly axis: { readonly start: Day; readonly end: Day } | null;
  readonly uprights: readonly Upright[];
  /** The first five years. */
  readonly tint: { readonly from: Day; readonly to: Day } | null;
}

/** A line through all lanes with a flag at its head. */
export interface Upright {
  readonly kind: 'mark' | 'earlier-mark' | 'today';
  readonly day: Day;
  /** `5 years · March 2026` */
  readonly label: string;
}

export interface LaneView {
  readonly key: string;
  readonly title: string;
  /** What the foundation is about, in plain words; empty for the themes of plans. */
  readonly line: string;
  /** `4 of 8 done` */
  readonly done: string;
  /** In order of time; what has no day comes last. */
  readonly items: readonly ItemView[];
}

export interface ItemView {
  readonly key: string;
  /** Counted is a milestone; a plan's step is drawn lighter. */
  readonly counted: boolean;
  readonly href: string;
  readonly title: string;
  readonly kind: Kind;
  /** `Date moved` */
  readonly status: string;
  /** What happened, after the title: `6 months late`. May be empty. */
  readonly note: string;
  /** What happened, in full sentences. */
  readonly sentence: string;
  /** `5-year milestone`, or which plan it is a step of. */
  readonly what: string;
  readonly firstPlanned: string;
  readonly now: string;
  /** Null where it has no day at all. */
  readonly place: Place | null;
}

/** Where an item lies in time. */
export interface Place {
  /** First day of the span that was said, where that is longer than a month or has no end. */
  readonly from: Day | null;
  /** Where its symbol stands: the last day, or the first where there is no end. */
  readonly at: Day;
  /** It goes on without an end. */
  readonly open: boolean;
  /** Where it was first planned, if that is elsewhere. */
  readonly ghost: Day | null;
  /** Where each move took it. */
  readonly ticks: readonly Day[];
  /** Overdue until this day. */
  readonly waiting: Day | null;
}
