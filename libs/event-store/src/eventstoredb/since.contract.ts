import type { Appended, Danger, EventStore, EventToAppend, StoredEvent, Subscription } from '../event-store.port';

/** A log that nobody can empty, as if it began after a position. */
export class Since implements EventStore {
  constructor(
    private readonly store: EventStore,
    private readonly beginning: string | null,
  ) {}

  append(stream: string, expectedVersion: number, events: readonly EventToAppend[]): Promise<Appended> {
    return this.store.append(stream, expectedVersion, events);
  }

  readStream(stream: string, fromVersion?: number): Promise<StoredEvent[]> {
    return this.store.readStream(stream, fromVersion);
  }

  readAll(after: string | null, limit: number): Promise<StoredEvent[]> {
    return this.store.readAll(after ?? this.beginning, limit);
  }

  async head(): Promise<string | null> {
    const head = await this.store.head();
    return head === this.beginning ? null : head;
  }

  waitForMore(after: string | null, timeoutMs: number, signal?: AbortSignal): Promise<void> {
    return this.store.waitForMore(after ?? this.beginning, timeoutMs, signal);
  }

  check(): Promise<readonly Danger[]> {
    return this.store.check();
  }

  get subscription(): Subscription {
    return this.store.subscription;
  }

  comparePositions(a: string, b: string): number {
    return this.store.comparePositions(a, b);
  }

  close(): Promise<void> {
    return this.store.close();
  }
}
