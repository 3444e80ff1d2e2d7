/** One event on its way into the log: its bytes are final. */
export interface EventToAppend {
  /** UUID; the same id is never stored twice in a stream, and in most stores never twice at all. */
  readonly id: string;
  readonly type: string;
  /** Canonical JSON of the envelope, UTF-8. */
  readonly envelope: Uint8Array;
  /** Canonical JSON of the payload, UTF-8, personal text sealed. */
  readonly payload: Uint8Array;
}

/** One event as the log holds it, byte for byte. */
export interface StoredEvent extends EventToAppend {
  readonly stream: string;
  /** Place in its stream, from 0, without gaps. */
  readonly version: number;
  /** Place in the whole log: an opaque text. Order two of them only with `comparePositions`. */
  readonly position: string;
}

export interface Appended {
  /** Position of the last event of the append. */
  readonly position: string;
  /** Version of the last event of the append. */
  readonly version: number;
  /** Events with these ids may have stood there before: a store that cannot tell says so each time. */
  readonly mayBeRepeat: boolean;
}

/** Something by which events could be lost or changed. */
export interface Danger {
  /** A short name that stays the same, such as `events-age-out`. */
  readonly rule: string;
  /** What is wrong: one plain sentence. */
  readonly what: string;
  /** What whoever runs the store does about it: one plain sentence. */
  readonly remedy: string;
}

/** Whether the store tells of appends by itself: it was not asked to yet, it does, or it is being asked again. */
export type Subscription = 'none' | 'live' | 'lost';

/** What `expectedVersion` says for a stream that must not exist yet. */
export const NO_STREAM = -1;

/**
 * The event log. It only ever grows: nothing in it can be changed or deleted through this port.
 * One total order over all streams; a reader that asks for what comes after a position misses nothing.
 */
export interface EventStore {
  /**
   * Appends all events or none, and returns when they are durable.
   *
   * The same ids at the same place again are answered as the first time (a lost answer can be asked for again).
   * @param expectedVersion version of the stream's last event, or `NO_STREAM`
   * @throws WrongExpectedVersion the stream has moved on; read it again and decide again
   * @throws EventTooLarge an event is over `MAX_EVENT_BYTES`, or the append over what this store takes at a time; nothing was written
   * @throws EventIdTaken an id is in the log already at another place; nothing was written
   * @throws StoreUnavailable the outcome is in doubt; retry with the same ids and the same expected version
   */
  append(stream: string, expectedVersion: number, events: readonly EventToAppend[]): Promise<Appended>;

  /** The events of one stream in order, from a version on; empty when there is no such stream. */
  readStream(stream: string, fromVersion?: number): Promise<StoredEvent[]>;

  /** Up to `limit` events of the whole log in order, after a position (null: from the beginning). */
  readAll(after: string | null, limit: number): Promise<StoredEvent[]>;

  /** Position of the last event of the log, or null when it is empty. */
  head(): Promise<string | null>;

  /**
   * Resolves when there may be something after the position, or when `timeoutMs` is over, or `signal` aborts,
   * whichever comes first. A hint that saves polling, never a promise that an event is there.
   */
  waitForMore(after: string | null, timeoutMs: number, signal?: AbortSignal): Promise<void>;

  /**
   * What would let events be lost or changed behind the tracker's back, as far as this store can see: settings of the
   * server, of streams, and what its own user may do. Empty where the log is safe. Changes nothing; may read the whole log.
   * @throws StoreUnavailable the store cannot be reached
   */
  check(): Promise<readonly Danger[]>;

  /** How the hints for `waitForMore` arrive; `none` before its first call. */
  readonly subscription: Subscription;

  /** Negative, zero or positive as `a` stands before, at or after `b`. Throws `TypeError` on what is no position. */
  comparePositions(a: string, b: string): number;

  close(): Promise<void>;
}

/**
 * Most bytes of one event (envelope and payload) that every adapter takes: EventStoreDB's append limit before 25.1 where
 * nobody raised it. It holds there for all events of an append together.
 */
export const MAX_EVENT_BYTES = 1_000_000;

export class WrongExpectedVersion extends Error {
  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`stream ${stream} is at version ${actual}, not at ${expected}`);
    this.name = 'WrongExpectedVersion';
  }
}

export class EventTooLarge extends Error {
  /** @param most what is taken, and by whose word */
  constructor(
    readonly eventId: string,
    readonly bytes: number,
    most = String(MAX_EVENT_BYTES),
  ) {
    super(`with event ${eventId} there are ${bytes} bytes to append; at most ${most} are taken at a time`);
    this.name = 'EventTooLarge';
  }
}

export class EventIdTaken extends Error {
  constructor(readonly eventId: string) {
    super(`event id ${eventId} is in the log already at another place`);
    this.name = 'EventIdTaken';
  }
}

export class StoreUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreUnavailable';
  }
}
