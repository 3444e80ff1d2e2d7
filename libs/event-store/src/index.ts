export * from './event-store.port';
export { MemoryEventStore } from './memory/memory-event-store';
export { PostgresEventStore } from './postgres/postgres-event-store';
