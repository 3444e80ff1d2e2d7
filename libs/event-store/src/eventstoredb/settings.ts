export interface EventStoreDbSettings {
  /** `esdb://` or `esdb+discover://`, with everything that the client takes in such a text. */
  readonly url: string;
  /** How long an append or a reading is tried again when the server cannot be reached; 10 seconds where nothing is said. */
  readonly patienceMs?: number;
  /** How long the server may be silent before a try counts as failed; 3 seconds where nothing is said. */
  readonly answerMs?: number;
  /** Told when a subscription is lost or a silent connection cannot be left; the store recovers by itself. */
  readonly onProblem?: (error: Error) => void;
}
