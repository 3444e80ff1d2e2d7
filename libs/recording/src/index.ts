export * from './command-context';
export * from './errors';
export * from './recorded';
export * from './recorder.port';
