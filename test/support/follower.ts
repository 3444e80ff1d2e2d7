import { createDataSource, roleUrls } from '@promise/database';
import type { EventStore } from '@promise/event-store';
import { fingerprint, type Log, makeSchema, type Projection, readEntities } from '@promise/projections';
import { openEvents } from '@promise/recording';
import type { DataSource } from 'typeorm';
import { applyNextBatch } from '../../libs/projections/src/batch';
import { allProjections } from '../../libs/tracker/src/projections';
import type { RunningTracker } from './running-tracker';

/** Follows the log into a read schema, in batches as small as a test wants them. */
export class Follower {
  private constructor(
    private readonly running: RunningTracker,
    readonly source: DataSource,
    private readonly projections: readonly Projection[],
  ) {}

  static async of(
    running: RunningTracker,
    schema: string,
    projections: readonly Projection[] = allProjections(),
  ): Promise<Follower> {
    const url = roleUrls(running.databaseUrl).projector;
    const options = { url, schema, applicationName: 'test-follower', max: 2, entities: readEntities(projections) };
    return new Follower(running, await createDataSource(options).initialize(), projections);
  }

  /** Throws away what the schema holds and begins at the first event. */
  async beginAnew(schema: string): Promise<void> {
    await makeSchema(this.source, schema, fingerprint(this.source, this.projections));
  }

  /** Applies at most so many events. */
  async follow(atMost: number): Promise<number> {
    const log = logOf(this.running, atMost);
    return this.source.transaction((manager) =>
      applyNextBatch(log, this.projections, manager, fingerprint(this.source, this.projections)),
    );
  }

  async catchUp(batch: number): Promise<void> {
    while ((await this.follow(batch)) > 0);
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }
}

/** The log of a running tracker, read in batches of at most so many events. */
export function logOf({ tracker }: RunningTracker, atMost = Infinity): Log {
  const { store, vault } = tracker;
  const readAll: EventStore['readAll'] = (after, limit) => store.readAll(after, Math.min(limit, atMost));
  const read = new Proxy(store, {
    get: (whole, name) => (name === 'readAll' ? readAll : bound(whole, name as keyof EventStore)),
  });
  return { store: read, open: (stored) => openEvents(stored, vault) };
}

function bound(store: EventStore, name: keyof EventStore): unknown {
  const member: unknown = Reflect.get(store, name);
  return typeof member === 'function' ? (member as () => unknown).bind(store) : member;
}
