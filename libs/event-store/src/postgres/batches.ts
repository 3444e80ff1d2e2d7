import type { AppendRequest } from './append-call';

/** Most appends in one call. */
const MAX_APPENDS = 200;

/** Most bytes in one call, unless a single append has more. */
const MAX_BYTES = 4_000_000;

/** An append on its way, and those who wait for its answer. */
export interface Pending {
  readonly request: AppendRequest;
  readonly bytes: number;
  /** When to stop trying, by `performance.now()`. */
  readonly deadline: number;
  /** To be sent without neighbours: a batch that it was in failed as a whole. */
  alone: boolean;
}

/**
 * The next appends to send together, taken out of `waiting`. A stream and an event id stand in a batch once at most;
 * what has to wait keeps its turn within its stream.
 */
export function takeBatch<Each extends Pending>(waiting: Each[]): Each[] {
  if (waiting[0]?.alone === true) return waiting.splice(0, 1);
  const batch: Each[] = [];
  const left: Each[] = [];
  const streams = new Set<string>();
  const ids = new Set<string>();
  let bytes = 0;
  let seen = 0;
  for (const each of waiting) {
    if (batch.length === MAX_APPENDS || (batch.length > 0 && bytes + each.bytes > MAX_BYTES)) break;
    seen += 1;
    const { stream, events } = each.request;
    if (each.alone || streams.has(stream) || events.some(({ id }) => ids.has(id))) left.push(each);
    else {
      batch.push(each);
      bytes += each.bytes;
      for (const { id } of events) ids.add(id);
    }
    streams.add(stream);
  }
  waiting.splice(0, seen, ...left);
  return batch;
}
