export * from './domain/plan/describe';
export * from './domain/plan/events';
export * from './domain/plan/ids';
export * from './domain/plan/import-outcome';
export * from './domain/plan/plan-file';
