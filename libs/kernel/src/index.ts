export * from './canonical-json';
export * from './days';
export * from './decider';
export * from './envelope';
export * from './foundation';
export * from './personal';
export * from './ports';
export * from './timescale';
