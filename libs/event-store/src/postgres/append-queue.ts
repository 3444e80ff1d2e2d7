import { setImmediate } from 'node:timers/promises';
import { type Appended, StoreUnavailable } from '../event-store.port';
import type { AppendAnswer, AppendRequest } from './append-call';
import { type Pending, takeBatch } from './batches';
import { Pause } from './pause';
import { isTransient } from './transient';

/** Sends a batch in one transaction; throws when the batch failed as a whole. */
export type SendBatch = (batch: readonly AppendRequest[]) => Promise<readonly AppendAnswer[]>;

interface Waiting extends Pending {
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit: while one batch is on its way, the next one gathers. A batch lost with its connection is sent again
 * with the same ids until each append's patience is over; a batch that the database refuses is sent again one by
 * one, so that a bad append fails alone.
 */
export class AppendQueue {
  private readonly waiting: Waiting[] = [];
  private readonly pause = new Pause();
  private running: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly send: SendBatch,
    private readonly patienceMs: number,
  ) {}

  add(request: AppendRequest): Promise<Appended> {
    if (this.closed) return Promise.reject(new StoreUnavailable('the event store is closed'));
    const bytes = request.events.reduce((sum, event) => sum + event.envelope.length + event.payload.length, 0);
    const deadline = performance.now() + this.patienceMs;
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, bytes, deadline, alone: false, resolve, reject });
      this.running ??= this.run();
    });
  }

  /** Takes nothing more, sends what waits, and tries nothing twice. */
  async close(): Promise<void> {
    this.closed = true;
    this.pause.end();
    await this.running;
  }

  private async run(): Promise<void> {
    let failures = 0;
    await setImmediate();
    while (this.waiting.length > 0) {
      const failure = await this.sendOne(takeBatch(this.waiting));
      failures = failure === undefined ? 0 : failures + 1;
      if (failure !== undefined) await this.standBack(failure, failures);
      // One turn of the event loop, so that all who act on the last answers are in the next batch.
      await setImmediate();
    }
    this.running = undefined;
  }

  /** Returns the error after which the same batch is to be tried again. */
  private async sendOne(batch: Waiting[]): Promise<unknown> {
    try {
      const answers = await this.send(batch.map(({ request }) => request));
      batch.forEach((each, n) => {
        settle(each, answers[n]);
      });
      return undefined;
    } catch (error) {
      return this.failed(batch, error);
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
  private async standBack(cause: unknown, failures: number): Promise<void> {
    const now = performance.now();
    const over = this.waiting.filter(({ deadline }) => this.closed || deadline <= now);
    const left = this.waiting.filter((each) => !over.includes(each));
    this.waiting.splice(0, this.waiting.length, ...left);
    const error = new StoreUnavailable('the event store cannot be reached; the outcome is in doubt', { cause });
    for (const each of over) each.reject(error);
    if (left.length > 0) await this.pause.after(failures);
  }
}

function settle(each: Waiting, answer: AppendAnswer | undefined): void {
  if (answer === undefined || answer instanceof Error) each.reject(answer);
  else each.resolve(answer);
}
