import { checkAppend } from '../check-append';
import {
  type Appended,
  type Danger,
  EventIdTaken,
  type EventStore,
  type EventToAppend,
  type StoredEvent,
  StoreUnavailable,
  type Subscription,
  WrongExpectedVersion,
} from '../event-store.port';
import { comparePositions, parseAfter } from '../positions';
import { Waiters } from '../waiters';

/** The log in memory, for unit tests: the same contract, gone with the process. */
export class MemoryEventStore implements EventStore {
  subscription: Subscription = 'none';
  private readonly log: StoredEvent[] = [];
  private readonly streams = new Map<string, StoredEvent[]>();
  private readonly byId = new Map<string, StoredEvent>();
  private readonly waiters = new Waiters();
  private closed = false;

  append(stream: string, expectedVersion: number, events: readonly EventToAppend[]): Promise<Appended> {
    return this.settle(() => {
      checkAppend(stream, expectedVersion, events);
      const before = this.storedBefore(stream, expectedVersion, events);
      if (before !== undefined) return before;
      const actual = (this.streams.get(stream)?.length ?? 0) - 1;
      if (actual !== expectedVersion) throw new WrongExpectedVersion(stream, expectedVersion, actual);
      for (const event of events) this.store(stream, event);
      this.waiters.reached(BigInt(this.log.length));
      return { position: String(this.log.length), version: expectedVersion + events.length, mayBeRepeat: false };
    });
  }

  readStream(stream: string, fromVersion = 0): Promise<StoredEvent[]> {
    return this.settle(() => (this.streams.get(stream) ?? []).slice(Math.max(fromVersion, 0)));
  }

  readAll(after: string | null, limit: number): Promise<StoredEvent[]> {
    return this.settle(() => {
      const start = Number(parseAfter(after));
      return this.log.slice(start, start + limit);
    });
  }

  head(): Promise<string | null> {
    return this.settle(() => this.log.at(-1)?.position ?? null);
  }

  waitForMore(after: string | null, timeoutMs: number, signal?: AbortSignal): Promise<void> {
    this.subscription = 'live';
    return this.waiters.wait(parseAfter(after), timeoutMs, signal);
  }

  /** Nothing outside this process reaches it. */
  check(): Promise<readonly Danger[]> {
    return this.settle(() => []);
  }

  comparePositions(a: string, b: string): number {
    return comparePositions(a, b);
  }

  close(): Promise<void> {
    this.closed = true;
    this.waiters.close();
    return Promise.resolve();
  }

  /** The answer of the first time where the same events stand at this place already. */
  private storedBefore(
    stream: string,
    expectedVersion: number,
    events: readonly EventToAppend[],
  ): Appended | undefined {
    const known = events.map(({ id }) => this.byId.get(id));
    const taken = known.find((event) => event !== undefined);
    if (taken === undefined) return undefined;
    const same = known.every((event, n) => event?.stream === stream && event.version === expectedVersion + 1 + n);
    const last = known.at(-1);
    if (!same || last === undefined) throw new EventIdTaken(taken.id);
    return { position: last.position, version: last.version, mayBeRepeat: true };
  }

  private store(stream: string, { id, type, envelope, payload }: EventToAppend): void {
    const events = this.streams.get(stream) ?? [];
    const stored: StoredEvent = {
      ...{ id, type, stream },
      // Copies: what the caller does to its bytes afterwards must not reach the log.
      ...{ envelope: Uint8Array.from(envelope), payload: Uint8Array.from(payload) },
      version: events.length,
      position: String(this.log.length + 1),
    };
    this.log.push(stored);
    events.push(stored);
    this.streams.set(stream, events);
    this.byId.set(id, stored);
  }

  private settle<Result>(work: () => Result): Promise<Result> {
    return new Promise((resolve) => {
      if (this.closed) throw new StoreUnavailable('the event store is closed');
      resolve(work());
    });
  }
}
