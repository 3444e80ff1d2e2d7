export { EmbeddedPostgres } from './embedded-postgres';
export { identityOfThisProcess, isAlive } from './processes';
