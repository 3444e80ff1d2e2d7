/** What was decided to be erased: the events and files whose keys are to be destroyed. */
export interface Erasure {
  /** The id of the event that says so. */
  readonly id: string;
  readonly subjects: readonly string[];
}

/** Carries out what was decided. */
export abstract class Eraser {
  /** Destroys the keys at once; what pages still show is purged soon after, and after a crash or a failure within a day. */
  abstract carryOut(erasure: Erasure): Promise<void>;

  /**
   * Does again whatever was decided, for a crash may have come between or a vault may have been restored; purges only
   * what was not purged before. Called once the tracker is open, and every day.
   */
  abstract resume(): Promise<void>;
}
