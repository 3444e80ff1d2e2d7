import type { StepView } from '@promise/plans';
import { type Status, statusOfStep } from '@promise/timeline';

export type StepAnswer = StepView & { readonly status: Status };

/** A step with where it stands on the day asked about. */
export function stepAnswer(view: StepView, asAt: string): StepAnswer {
  return { ...view, status: statusOfStep(view, asAt) };
}
