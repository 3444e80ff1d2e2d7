import type { Day } from '../days';

/**
 * What a plan or a person says about when, verbatim, and beside it the interval that it means.
 */
export interface Timescale {
  /** As written: `April 2020 onwards`. */
  readonly words: string;
  /** First day, or null where none is said (`by March 2027`). */
  readonly start: Day | null;
  /** Last day, or null for an open end or a recurring standard, which is reviewed and never late. */
  readonly end: Day | null;
  /** How exact the words are. `range` also stands for words without any date (`ongoing`, `every six months`). */
  readonly precision: 'day' | 'month' | 'quarter' | 'season' | 'year' | 'range';
  /** `within`: some time in the interval; `by`: no later than its end; `from`: open end; `recurring`: a standard. */
  readonly shape: 'within' | 'by' | 'from' | 'throughout' | 'recurring';
}

export type Precision = Timescale['precision'];
