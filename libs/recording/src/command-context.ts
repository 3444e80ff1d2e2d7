import type { Actor, Basis, Day } from '@promise/kernel';

/** Who asks for a command, on what ground, and how to know the same request again. */
export interface CommandContext {
  readonly partnership: string;
  readonly actor: Actor;
  /** UUID made from person, route and idempotency key. */
  readonly commandId: string;
  /** UUID, a keyed digest of the request's body: another body under the same key gives another one. */
  readonly causationId: string;
  readonly correlationId: string;
  readonly basis: Basis;
  /** The day on which it was so; today where the person said none. */
  readonly effectiveOn?: Day;
  /** The version of the stream that the person had read, where they said so. */
  readonly ifMatch?: number;
}
