import { createRequire } from 'node:module';
import type { EventStore } from '../event-store.port';
import type { EventStoreDbSettings } from './settings';

/** The client takes a fifth of a second and 20 MB to load: only who asks for EventStoreDB waits for it. */
export function openEventStoreDb(settings: EventStoreDbSettings): EventStore {
  const load = createRequire(__filename);
  const { EventStoreDbEventStore } = load(
    './event-store-db-event-store',
  ) as typeof import('./event-store-db-event-store');
  return new EventStoreDbEventStore(settings);
}
