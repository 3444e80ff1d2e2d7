/** What the exit code of `promise` says. */
export const EXIT = {
  done: 0,
  /** Something went wrong that is not the caller's fault; the message says what. */
  failed: 1,
  /** The words of the call are wrong. */
  usage: 2,
  /** A file or a rule forbids it: nothing was written. */
  refused: 3,
  /** What was asked for does not exist. */
  notFound: 4,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
