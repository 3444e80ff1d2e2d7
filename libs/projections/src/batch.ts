import type { EventStore } from '@promise/event-store';
import type { RecordedEvent } from '@promise/kernel';
import type { EntityManager } from 'typeorm';
import { Checkpoint } from './checkpoint.entity';
import type { Projection } from './projection';

/** Opens stored events for reading. */
export type OpenEvents = (stored: Awaited<ReturnType<EventStore['readAll']>>) => Promise<RecordedEvent[]>;

/** Where projections get their events from. */
export interface Log {
  readonly store: EventStore;
  readonly open: OpenEvents;
}

export const EVENTS_PER_BATCH = 1000;

/** An event of a type that no projection knows: an older program must not follow a newer log. */
export class UnknownEventType extends Error {
  constructor(type: string, position: string) {
    super(`no read model knows events of type ${type} (position ${position}); a newer version of the tracker wrote it`);
    this.name = 'UnknownEventType';
  }
}

/** The read models were built by another version of the tracker, which keeps them up to date as well. */
export class OtherReadModels extends Error {
  constructor() {
    super('the read models are those of another version of the tracker; stop this one, or rebuild them');
    this.name = 'OtherReadModels';
  }
}

/**
 * Applies the next events after the checkpoint, rows and checkpoint in the manager's transaction.
 * @param version fingerprint of the projections
 * @throws OtherReadModels, UnknownEventType
 * @returns how many were applied; fewer than `EVENTS_PER_BATCH` means the end of the log was reached
 */
export async function applyNextBatch(
  log: Log,
  projections: readonly Projection[],
  manager: EntityManager,
  version: string,
): Promise<number> {
  const checkpoint = await manager
    .createQueryBuilder(Checkpoint, 'checkpoint')
    .setLock('pessimistic_write')
    .where('checkpoint.id = 1')
    .getOneOrFail();
  if (checkpoint.version !== version) throw new OtherReadModels();
  const stored = await log.store.readAll(checkpoint.position, EVENTS_PER_BATCH);
  const last = stored.at(-1);
  if (!last) return 0;
  const known = new Set(projections.flatMap((projection) => projection.handles));
  const stranger = stored.find((event) => !known.has(event.type));
  if (stranger) throw new UnknownEventType(stranger.type, stranger.position);
  const events = await log.open(stored);
  for (const projection of projections) await projection.apply(events, manager);
  await manager.update(Checkpoint, 1, {
    position: last.position,
    event: { id: last.id, stream: last.stream, version: last.version },
    recordedAt: newestOf(checkpoint, events),
    applied: String(BigInt(checkpoint.applied) + BigInt(stored.length)),
    movedAt: new Date(),
  });
  return stored.length;
}

/** Clocks of servers differ: the last event need not be the newest. */
function newestOf({ recordedAt }: Checkpoint, events: readonly RecordedEvent[]): Date {
  const moments = events.map(({ envelope }) => Date.parse(envelope.recordedAt));
  return new Date(Math.max(recordedAt?.getTime() ?? 0, ...moments));
}
