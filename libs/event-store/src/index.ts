export { copyLog, type CopyProgress } from './copy/copy-log';
export { LogsDiffer } from './copy/logs-differ';
export * from './event-store.port';
export { openEventStoreDb } from './eventstoredb/open';
export { MemoryEventStore } from './memory/memory-event-store';
export { NotDurable } from './postgres/durability';
export { PostgresEventStore } from './postgres/postgres-event-store';
