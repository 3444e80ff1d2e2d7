/** One thing that is wrong with a plan file, said so that the person who wrote the file can put it right. */
export interface PlanFileFault {
  /** The path as it was given. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** JSON pointer (RFC 6901) of the field; empty for the whole file. */
  readonly field: string;
  /** The rule that is broken: `unknown-field`, `duplicate-key`, `timescale`. */
  readonly rule: string;
  /** What is wrong and what to do about it. */
  readonly message: string;
}

/** A fault as a check finds it. Where it stands follows from its field, unless the check knows better. */
export interface Finding {
  readonly field: string;
  readonly rule: string;
  readonly message: string;
  /** Place in the text, in UTF-16 code units from 0. */
  readonly offset?: number;
  /** Place within the text of the field, in UTF-16 code units from 0. */
  readonly within?: number;
}
