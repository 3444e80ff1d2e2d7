import type { RecordedEvent } from '@promise/kernel';
import type { EntityManager } from 'typeorm';

/** A read model that follows the log. */
export interface Projection {
  /** Raise it when the same events give other rows: the read side is then rebuilt at the next start. */
  readonly version: number;
  /** The TypeORM entities of its tables, without a schema of their own. */
  readonly entities: readonly (new () => object)[];
  /** The event types it knows. A type that no projection knows stops the read side loudly. */
  readonly handles: readonly string[];
  /**
   * Applies a batch in log order. Runs in the transaction that moves the checkpoint, so each event is applied exactly
   * once; may get events of types it does not handle and passes over them.
   */
  apply(events: readonly RecordedEvent[], manager: EntityManager): Promise<void>;
}
