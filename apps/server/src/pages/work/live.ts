import type { Job } from '@promise/tracker';

/** How far work is, as its page says it and its stream sends it. */
export interface Live {
  /** One or two sentences. */
  readonly text: string;
  readonly done: number;
  /** Null while nobody knows. */
  readonly total: number | null;
}

/** What is told of a job while it is at work. */
export type InWords = (job: Job) => string;

export function liveOf(job: Job, inWords: InWords): Live {
  return { text: inWords(job), done: job.done, total: job.total };
}
