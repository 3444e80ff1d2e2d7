export * from './command-context';
export * from './errors';
export * from './event-log-recorder';
export * from './ids';
export * from './open-events';
export * from './recorded';
export * from './recorder.port';
