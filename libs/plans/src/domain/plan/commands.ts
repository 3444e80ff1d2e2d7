import type { Day } from '@promise/kernel';
import type { PlanFile } from './plan-file';

/** Takes a plan's document as it has been read now. */
export interface ImportPlan {
  readonly type: 'ImportPlan';
  readonly file: PlanFile;
}

/** What a person says came of a step. */
export interface StepResultInput {
  /** `done`, `part-done`, `not-done` or `superseded`. */
  readonly result: string;
  /** The day it came to that: not before 2000, not in the future. */
  readonly when: Day;
  readonly byWhoseWord: string;
  readonly evidence?: readonly { readonly link: string; readonly shows: string }[] | undefined;
  readonly note?: string | undefined;
}

export interface RecordStepResult extends StepResultInput {
  readonly type: 'RecordStepResult';
  /** Key of the step in its plan. */
  readonly step: string;
  /** Whether the person said from which day on it counts. */
  readonly dayGiven?: boolean;
}

export type PlanCommand = ImportPlan | RecordStepResult;
