export { applyNextBatch, EVENTS_PER_BATCH, type Log, type OpenEvents, UnknownEventType } from './batch';
export * from './checkpoint.entity';
export * from './freshness';
export * from './projection';
export * from './projector';
export * from './read-schema';
export * from './read-source';
export * from './rebuild';
export * from './two-times';
