export { EmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres';
export { identityOfThisProcess, isAlive } from './processes';
