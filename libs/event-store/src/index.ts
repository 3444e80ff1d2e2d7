export * from './event-store.port';
export { MemoryEventStore } from './memory/memory-event-store';
export { NotDurable } from './postgres/durability';
export { PostgresEventStore, type PostgresEventStoreSettings } from './postgres/postgres-event-store';
