import type { FormError } from '../frame/forms/form-errors';
import type { View } from '../frame/view';
import type { Period, ReportFacts } from './facts';

/** What the page of a report is drawn from. */
export interface Report {
  readonly base: string;
  readonly period: Period;
  readonly forWhom: string;
  readonly view: View;
  readonly errors: readonly FormError[];
  /** Null where the days make no sense. */
  readonly facts: ReportFacts | null;
}
