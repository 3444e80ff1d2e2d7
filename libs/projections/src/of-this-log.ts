import type { EventStore } from '@promise/event-store';
import type { DataSource } from 'typeorm';
import { Checkpoint } from './checkpoint.entity';

/** The read models were built from another log, or from this one before it was set back to an older backup. */
export class BuiltFromAnotherLog extends Error {
  constructor() {
    super('the read models were built from another log: the last event that they show does not stand in this one');
    this.name = 'BuiltFromAnotherLog';
  }
}

/**
 * Whether these read models were built from this log: the last event that they applied stands there, in its stream and at
 * its position. Asked of its stream, as not every store takes a position that it never gave away.
 * @param source one whose schema is that of the read models
 */
export async function isOfThisLog(source: DataSource, store: EventStore): Promise<boolean> {
  const { position, event } = await source.getRepository(Checkpoint).findOneByOrFail({ id: 1 });
  if (position === null || event === null) return position === null;
  const [there] = await store.readStream(event.stream, event.version);
  return there?.id === event.id && there.position === position;
}
