export * from './command-context';
export * from './recorded';
export * from './recorder.port';
