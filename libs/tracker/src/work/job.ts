/** Work that takes a while, as far as it has come. */
export interface Job {
  readonly id: string;
  /**
   * `waiting` for somebody to begin it. `broken-off`: it was begun, and whoever was at work has not been heard of for a
   * while, so the server has ended.
   */
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'broken-off';
  readonly done: number;
  /** Of how much; null while nobody knows. */
  readonly total: number | null;
  /** Why it failed. */
  readonly reason: Failure | null;
  /** Since when it is in this state, or was last heard of. */
  readonly since: Date;
}

/**
 * `changed`: the record was no longer what was shown. `too-large`: the store of the log takes less at a time. `stopped`: the
 * server was stopped. `fault`: something went wrong here. The last, and what is too large, are reported.
 */
export type Failure = 'changed' | 'too-large' | 'stopped' | 'fault';

/** Tells how far the work is. */
export type Progress = (done: number, total: number | null) => void;
