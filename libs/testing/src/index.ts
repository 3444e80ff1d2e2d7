export { Line } from './line';
export { type TestDatabase, testDatabase } from './test-database';
