import type { PlanStepView } from '@promise/plans';
import { type Status, statusOfStep } from '@promise/timeline';

export type StepAnswer = PlanStepView & { readonly status: Status };

/** A step with where it stands on the day asked about. */
export function stepAnswer(view: PlanStepView, asAt: string): StepAnswer {
  return { ...view, status: statusOfStep(view, asAt) };
}
