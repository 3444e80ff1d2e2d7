import type { Day, Instant } from './days';

/** Who acted: an opaque person id (never a name) and the role they acted in. */
export interface Actor {
  readonly id: string;
  readonly role: string;
}

/**
 * On what ground the tracker holds this: told to it directly (`recorded`), or copied from a document of `documentDate`
 * (`transcribed`), which is neither a late entry nor back-dating. `documentDate` is as exact as the document: `2019`,
 * `2021-06` or `2021-06-30`.
 */
export type Basis =
  | { readonly kind: 'recorded' }
  | { readonly kind: 'transcribed'; readonly document: string; readonly documentDate: string };

/**
 * What is true of every event, fixed from the first event on. Stored as RFC 8785 canonical JSON bytes that never
 * change. Stream version and position belong to the store and stand outside these bytes.
 */
export interface Envelope {
  /** UUID, derived from the command id and the event's place in the command. */
  readonly id: string;
  /** What happened, in the partnership's words: `MilestoneTimescaleRevised`. */
  readonly type: string;
  /** Version of the payload's shape, from 1. */
  readonly schemaVersion: number;
  /** The tenant: `north-lanarkshire`. */
  readonly partnership: string;
  /** `partnership/kind/id`, for example `north-lanarkshire/milestone/<uuid>`. */
  readonly stream: string;
  /** The writer's clock when it was recorded: ISO 8601, UTC, milliseconds. */
  readonly recordedAt: Instant;
  /** The day on which it was so, as the person said. */
  readonly effectiveOn: Day;
  readonly basis: Basis;
  readonly actor: Actor;
  /** UUID, derived from person, route and idempotency key. */
  readonly commandId: string;
  /** UUID, a keyed digest of the request that caused it: another body under the same command id gives another one. */
  readonly causationId: string;
  /** UUID that ties together what one request or import did. */
  readonly correlationId: string;
  /** Id of the decision that this carries out, where one is recorded. */
  readonly decision?: string;
}

/** An event as the domain makes it, before the tracker adds who, when and on what ground. */
export interface DomainEvent<Type extends string = string, Payload extends object = object> {
  readonly type: Type;
  readonly schemaVersion: number;
  readonly payload: Payload;
  /** Where one event of a command was so on another day than the rest of it; else the command's own day counts. */
  readonly effectiveOn?: Day;
  /** Id of the event by which it was decided, where it needed a decision of its own. */
  readonly decision?: string;
}

/** An event that is in the log, opened for reading: personal text in clear, or erased. */
export interface RecordedEvent<Event extends DomainEvent = DomainEvent> {
  readonly envelope: Envelope;
  readonly type: Event['type'];
  readonly payload: Event['payload'];
  /** The place in its stream, from 0. */
  readonly version: number;
  /** The store's own ordered, opaque position in the whole log. */
  readonly position: string;
}
