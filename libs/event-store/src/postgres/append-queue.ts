import { setImmediate } from 'node:timers/promises';
import { type Appended, StoreUnavailable } from '../event-store.port';
import type { AppendAnswer, AppendRequest } from './append-call';
import { OnTheWay, type Pending, takeBatch } from './batches';
import { Pause } from '../pause';
import { isTransient } from './transient';

/** Sends a batch in one transaction; throws when the batch failed as a whole. */
export type SendBatch = (batch: readonly AppendRequest[]) => Promise<readonly AppendAnswer[]>;

interface Waiting extends Pending {
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

/** One way to the database. */
interface Lane {
  readonly send: SendBatch;
  readonly pause: Pause;
  running: Promise<void> | undefined;
  isSending: boolean;
}

/** Fewer are not shared out: what a call costs in itself would be more than what is won. */
const WORTH_SHARING = 16;

/**
 * Group commit: while a batch is on its way in each lane, the next one gathers. With two lanes the database works at one
 * batch while this process makes the other. A batch lost with its connection is sent again with the same ids until each
 * append's patience is over; a batch that the database refuses is sent again one by one, so that a bad append fails
 * alone.
 */
export class AppendQueue {
  private readonly waiting: Waiting[] = [];
  private readonly onTheWay = new OnTheWay();
  private readonly lanes: readonly Lane[];
  private closed = false;

  /** @param sends one for each lane; what they send reaches the log in any order */
  constructor(
    sends: readonly SendBatch[],
    private readonly patienceMs: number,
  ) {
    this.lanes = sends.map((send) => ({ send, pause: new Pause(), running: undefined, isSending: false }));
  }

  add(request: AppendRequest): Promise<Appended> {
    if (this.closed) return Promise.reject(new StoreUnavailable('the event store is closed'));
    const bytes = request.events.reduce((sum, event) => sum + event.envelope.length + event.payload.length, 0);
    const deadline = performance.now() + this.patienceMs;
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, bytes, deadline, alone: false, resolve, reject });
      for (const lane of this.lanes) lane.running ??= this.run(lane);
    });
  }

  /** Takes nothing more, sends what waits, and tries nothing twice. */
  async close(): Promise<void> {
    this.closed = true;
    for (const { pause } of this.lanes) pause.end();
    await Promise.all(this.lanes.map(async ({ running }) => running));
  }

  private async run(lane: Lane): Promise<void> {
    let failures = 0;
    await setImmediate();
    for (let batch = this.take(); batch.length > 0; batch = this.take()) {
      const failure = await this.sendOne(lane, batch);
      failures = failure === undefined ? 0 : failures + 1;
      if (failure !== undefined) await this.standBack(lane.pause, failure, failures);
      // One turn of the event loop, so that all who act on the last answers are in the next batch.
      await setImmediate();
    }
    lane.running = undefined;
  }

  /** What waits, shared out among the lanes that are free. */
  private take(): Waiting[] {
    const free = this.lanes.filter(({ isSending }) => !isSending).length;
    const count = this.waiting.length;
    return takeBatch(this.waiting, this.onTheWay, count < WORTH_SHARING ? count : Math.ceil(count / free));
  }

  /** Returns the error after which the same batch is to be tried again. */
  private async sendOne(lane: Lane, batch: Waiting[]): Promise<unknown> {
    lane.isSending = true;
    this.onTheWay.add(batch);
    try {
      const answers = await lane.send(batch.map(({ request }) => request));
      batch.forEach((each, n) => {
        settle(each, answers[n]);
      });
      return undefined;
    } catch (error) {
      return this.failed(batch, error);
    } finally {
      this.onTheWay.remove(batch);
      lane.isSending = false;
    }
  }

  private failed(batch: Waiting[], error: unknown): unknown {
    if (isTransient(error)) {
      this.waiting.unshift(...batch);
      return error;
    }
    if (batch.length === 1) batch[0]?.reject(error);
    else this.waiting.unshift(...batch.map((each) => Object.assign(each, { alone: true })));
    return undefined;
  }

  /** Rejects whose patience is over, and waits before the rest is tried again. */
  private async standBack(pause: Pause, cause: unknown, failures: number): Promise<void> {
    const now = performance.now();
    const over = this.waiting.filter(({ deadline }) => this.closed || deadline <= now);
    const left = this.waiting.filter((each) => !over.includes(each));
    this.waiting.splice(0, this.waiting.length, ...left);
    const error = new StoreUnavailable('the event store cannot be reached; the outcome is in doubt', { cause });
    for (const each of over) each.reject(error);
    if (left.length > 0) await pause.after(failures);
  }
}

function settle(each: Waiting, answer: AppendAnswer | undefined): void {
  if (answer === undefined || answer instanceof Error) each.reject(answer);
  else each.resolve(answer);
}
