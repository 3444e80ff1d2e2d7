export { EmbeddedPostgres } from './embedded-postgres';
export { alone } from './lock';
export { identityOfThisProcess, isAlive } from './processes';
