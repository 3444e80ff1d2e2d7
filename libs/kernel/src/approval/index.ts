export * from './events';
export * from './proposals';
export * from './second-person';
export type * from './settlement';
