import { createPool } from '@promise/database';
import type { Pool } from 'pg';
import { checkAppend } from '../check-append';
import {
  type Appended,
  type Danger,
  type EventStore,
  type EventToAppend,
  type StoredEvent,
  StoreUnavailable,
  type Subscription,
} from '../event-store.port';
import { comparePositions, parseAfter } from '../positions';
import { Waiters } from '../waiters';
import { AppendQueue } from './append-queue';
import { LogListener } from './log-listener';
import { LogReader } from './log-reader';
import { isTransient } from './transient';
import { Writer } from './writer';

export interface PostgresEventStoreSettings {
  /** `RoleUrls.application` (or `projector`, which can read and wait but not append). */
  readonly url: string;
  /** What `pg_stat_activity` shows; the writer and the listener add their part. */
  readonly applicationName: string;
  /** How long an append is tried again when the server cannot be reached; 10 seconds where nothing is said. */
  readonly patienceMs?: number;
  /** Most connections for reading; 4 where nothing is said. */
  readonly maxReaders?: number;
  /** Told when a connection that only waits or idles is lost; the store recovers by itself. */
  readonly onProblem?: (error: Error) => void;
}

/**
 * The log in PostgreSQL (schema `log`, see `migrate`). Positions count from 1 without gaps. Any number of processes
 * may have such a store open; each keeps up to two connections for writing, one for waiting and a few for reading.
 */
export class PostgresEventStore implements EventStore {
  private readonly waiters = new Waiters();
  private readonly queue: AppendQueue;
  private readonly reader: LogReader;
  private readonly pool: Pool;
  private readonly listener: LogListener;
  private closed = false;

  private constructor(
    private readonly writers: readonly Writer[],
    patienceMs: number,
    { url, applicationName, maxReaders: max = 4, onProblem = () => undefined }: PostgresEventStoreSettings,
  ) {
    this.queue = new AppendQueue(
      writers.map((writer) => (batch) => writer.send(batch)),
      patienceMs,
    );
    this.pool = createPool(url, { applicationName, max, onIdleError: onProblem });
    this.reader = new LogReader(this.pool);
    this.listener = new LogListener(url, applicationName, this.waiters, onProblem);
  }

  /**
   * @throws StoreUnavailable the server cannot be reached
   * @throws NotDurable the server would lose what it acknowledged
   */
  static async open(settings: PostgresEventStoreSettings): Promise<PostgresEventStore> {
    const patienceMs = settings.patienceMs ?? 10_000;
    // Half, so that a connection gone silent leaves time for another one.
    const writer = (): Writer => new Writer(settings.url, settings.applicationName, patienceMs / 2);
    const writers = [writer(), writer()];
    try {
      // The other one connects when there is more to do than one can.
      await writers[0]?.open();
    } catch (error) {
      if (!isTransient(error)) throw error;
      throw new StoreUnavailable('the event store cannot be reached', { cause: error });
    }
    return new PostgresEventStore(writers, patienceMs, settings);
  }

  async append(stream: string, expectedVersion: number, events: readonly EventToAppend[]): Promise<Appended> {
    checkAppend(stream, expectedVersion, events);
    const appended = await this.queue.add({ stream, expectedVersion, events });
    this.waiters.reached(BigInt(appended.position));
    return appended;
  }

  async readStream(stream: string, fromVersion = 0): Promise<StoredEvent[]> {
    this.refuseWhenClosed();
    return this.reader.stream(stream, fromVersion);
  }

  async readAll(after: string | null, limit: number): Promise<StoredEvent[]> {
    this.refuseWhenClosed();
    return this.reader.all(parseAfter(after), limit);
  }

  async head(): Promise<string | null> {
    this.refuseWhenClosed();
    const position = await this.reader.head();
    return position === '0' ? null : position;
  }

  async waitForMore(after: string | null, timeoutMs: number, signal?: AbortSignal): Promise<void> {
    const position = parseAfter(after);
    if (this.closed) return;
    this.listener.start();
    await this.waiters.wait(position, timeoutMs, signal);
  }

  async check(): Promise<readonly Danger[]> {
    this.refuseWhenClosed();
    return this.reader.safety();
  }

  get subscription(): Subscription {
    return this.listener.subscription;
  }

  comparePositions(a: string, b: string): number {
    return comparePositions(a, b);
  }

  /** Finishes what is on its way; whatever cannot be finished at once is rejected. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.waiters.close();
    await this.queue.close();
    await Promise.all([...this.writers.map((writer) => writer.close()), this.listener.close(), this.pool.end()]);
  }

  private refuseWhenClosed(): void {
    if (this.closed) throw new StoreUnavailable('the event store is closed');
  }
}
