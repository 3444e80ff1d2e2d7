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
import { Waiters } from '../waiters';
import { encode } from './append-messages';
import { Appender } from './appender';
import { checkLog } from './checks/check-log';
import { ServerRecords } from './checks/server-records';
import { Connection } from './connection';
import { Follower } from './follower';
import { KnownIds } from './known-ids';
import { comparePositions, orderOfText, parsePosition } from './log-position';
import { LogReader } from './log-reader';
import type { EventStoreDbSettings } from './settings';
import { isOfServer } from './stored-event';
import { Tries } from './tries';
import { Writer } from './writer';

/**
 * The log in EventStoreDB. It appends and reads, and never deletes, truncates or writes stream metadata. An event id is
 * unique within its stream, not in the whole log; a repeat cannot be told from the first time. Appends, readings and the
 * subscription each have a connection of their own.
 */
export class EventStoreDbEventStore implements EventStore {
  private readonly waiters = new Waiters();
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly connections: readonly Connection[];
  private readonly tries: Tries;
  private readonly reader: LogReader;
  private readonly records: ServerRecords;
  private readonly url: string;
  private readonly appender: Appender;
  private readonly follower: Follower;
  private closed = false;

  constructor({ url, patienceMs = 10_000, answerMs = 3_000, onProblem = () => undefined }: EventStoreDbSettings) {
    const [writing, reading, following] = [new Connection(url), new Connection(url), new Connection(url)];
    const known = new KnownIds();
    const onError = (error: unknown): void => {
      onProblem(error instanceof Error ? error : new Error(String(error)));
    };
    this.connections = [writing, reading, following];
    this.tries = new Tries(patienceMs);
    this.reader = new LogReader(reading, known, this.tries, answerMs, onError);
    this.records = new ServerRecords(reading, this.tries);
    this.url = url;
    this.appender = new Appender(new Writer(writing, answerMs, onError), this.reader, known, this.tries);
    this.follower = new Follower(following, this.waiters, () => this.reader.head(), answerMs, onError);
  }

  async append(stream: string, expectedVersion: number, events: readonly EventToAppend[]): Promise<Appended> {
    this.refuseWhenClosed();
    checkAppend(stream, expectedVersion, events);
    if (isOfServer(stream)) throw new TypeError('stream: EventStoreDB keeps names that begin with $ to itself');
    if (events.some(({ type }) => isOfServer(type))) {
      throw new TypeError('type: EventStoreDB keeps names that begin with $ to itself');
    }
    return this.finish(this.appender.append(encode(stream, expectedVersion, events)));
  }

  async readStream(stream: string, fromVersion = 0): Promise<StoredEvent[]> {
    this.refuseWhenClosed();
    return this.finish(this.reader.stream(stream, Math.max(fromVersion, 0)));
  }

  async readAll(after: string | null, limit: number): Promise<StoredEvent[]> {
    this.refuseWhenClosed();
    return this.finish(this.reader.all(after === null ? null : parsePosition(after), limit));
  }

  async head(): Promise<string | null> {
    this.refuseWhenClosed();
    return this.finish(this.reader.head());
  }

  async waitForMore(after: string | null, timeoutMs: number, signal?: AbortSignal): Promise<void> {
    const order = orderOfText(after);
    if (this.closed) return;
    this.follower.start();
    await this.waiters.wait(order, timeoutMs, signal);
  }

  async check(): Promise<readonly Danger[]> {
    this.refuseWhenClosed();
    return this.finish(checkLog(this.records, this.url));
  }

  get subscription(): Subscription {
    return this.follower.subscription;
  }

  comparePositions(a: string, b: string): number {
    return comparePositions(a, b);
  }

  /** Finishes what is on its way, but for a check, which breaks off; whatever fails from now on is not tried again. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.waiters.close();
    this.tries.end();
    this.records.end();
    await Promise.allSettled(this.underWay);
    await this.follower.close();
    await Promise.all(this.connections.map((connection) => connection.close()));
  }

  private async finish<Result>(work: Promise<Result>): Promise<Result> {
    this.underWay.add(work);
    try {
      return await work;
    } finally {
      this.underWay.delete(work);
    }
  }

  private refuseWhenClosed(): void {
    if (this.closed) throw new StoreUnavailable('the event store is closed');
  }
}
