import type { Day, Instant, Timescale } from '@promise/kernel';
import type { PlanHead, PriorityLine, StepLine, StepResultRecorded } from '../../domain/plan/events';
import type { InClear } from '../../domain/plan/in-clear';

/** Since when the document's line is in force, and when this reading of it was recorded. */
interface ReadFromDocument {
  readonly inForceFrom: Day;
  readonly recordedAt: Instant;
}

export type PlanRowState = InClear<PlanHead> & ReadFromDocument;

export type PriorityRowState = InClear<PriorityLine> & ReadFromDocument;

export interface StepRowState extends Omit<InClear<StepLine>, 'foundation'>, ReadFromDocument {
  /** The timescale that the earliest reading in force gives. */
  readonly firstTimescale: Timescale | null;
  readonly restatements: readonly TimescaleRestatement[];
  /** In order of effect: the last one counts. */
  readonly results: readonly StepResultView[];
}

/** A further reading of the document that gave a step another timescale. */
export interface TimescaleRestatement {
  readonly from: Timescale | null;
  readonly to: Timescale | null;
  /** `amended`: in force from a later day than the reading before; `corrected`: takes its place. */
  readonly kind: 'amended' | 'corrected';
  readonly effectiveOn: Day;
  readonly recordedAt: Instant;
}

/** What came of a step, by somebody's word. */
export interface StepResultView extends Omit<InClear<StepResultRecorded>, 'step' | 'title' | 'foundation'> {
  readonly effectiveOn: Day;
  readonly recordedAt: Instant;
}

/** A plan as a reader gets it. */
export interface PlanView extends PlanRowState {
  /** The plan's key. */
  readonly id: string;
}

export interface ThemeView {
  readonly key: string;
  /** Null when the plan no longer names the theme. */
  readonly title: string | null;
}

export interface PriorityView extends Omit<PriorityRowState, 'theme' | 'ordinal'> {
  /** `<planKey>.<key>` */
  readonly id: string;
  readonly planKey: string;
  readonly theme: ThemeView;
}

export interface StepView extends Omit<StepRowState, 'priority' | 'ordinal'> {
  /** `<planKey>.<key>` */
  readonly id: string;
  readonly planKey: string;
  /** Id of the priority it stands below. */
  readonly priority: string;
  /** The result that counts, or null while none is recorded. */
  readonly result: StepResultView | null;
}

/** A step with what the timeline shows beside it. */
export interface TimelineStep extends StepView {
  /** Null while the plan or the priority is not in force on the day asked for. */
  readonly planTitle: string | null;
  readonly priorityTitle: string | null;
  readonly theme: ThemeView | null;
  readonly foundation: PriorityView['foundation'] | null;
}
