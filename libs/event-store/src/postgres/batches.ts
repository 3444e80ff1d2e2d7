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

/** The streams and event ids of the batches on their way: none of them may stand in another one. */
export class OnTheWay {
  private readonly streams = new Set<string>();
  private readonly ids = new Set<string>();

  add(batch: readonly Pending[]): void {
    for (const { request } of batch) {
      this.streams.add(request.stream);
      for (const { id } of request.events) this.ids.add(id);
    }
  }

  remove(batch: readonly Pending[]): void {
    for (const { request } of batch) {
      this.streams.delete(request.stream);
      for (const { id } of request.events) this.ids.delete(id);
    }
  }

  meets({ stream, events }: AppendRequest): boolean {
    return this.streams.has(stream) || events.some(({ id }) => this.ids.has(id));
  }
}

/**
 * The next appends to send together, taken out of `waiting`. A stream and an event id stand in a batch once at most, and
 * in one batch at a time; what has to wait keeps its turn within its stream.
 * @param most appends that it may have
 */
export function takeBatch<Each extends Pending>(waiting: Each[], onTheWay: OnTheWay, most = MAX_APPENDS): Each[] {
  const batch: Each[] = [];
  const left: Each[] = [];
  const streams = new Set<string>();
  const ids = new Set<string>();
  let bytes = 0;
  let seen = 0;
  for (const each of waiting) {
    if (isFull(batch, bytes + each.bytes, Math.min(most, MAX_APPENDS))) break;
    seen += 1;
    const { stream, events } = each.request;
    const mustWait = streams.has(stream) || events.some(({ id }) => ids.has(id)) || onTheWay.meets(each.request);
    if (mustWait || (each.alone && batch.length > 0)) left.push(each);
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

/** One that goes alone has no neighbours. */
function isFull(batch: readonly Pending[], bytes: number, most: number): boolean {
  return batch.length >= most || (batch.length > 0 && (bytes > MAX_BYTES || batch[0]?.alone === true));
}
