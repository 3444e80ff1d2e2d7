export * from './describe';
export * from './parse';
export type { Timescale } from './timescale';
