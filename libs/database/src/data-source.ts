import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';
import { LastingClient } from './lasting-client';

export interface DataSourceSettings {
  /** Take it from `roleUrls`. */
  readonly url: string;
  /** What `pg_stat_activity` shows. */
  readonly applicationName: string;
  /** Schema of every entity that names none: `read`, or `read_next` while rebuilding. */
  readonly schema?: string;
  readonly entities?: readonly ((new () => object) | EntitySchema)[];
  readonly migrations?: readonly (new () => MigrationInterface)[];
  /** Most connections at a time; 10 where nothing is said. */
  readonly max?: number;
}

/** A TypeORM data source, not yet connected: call `initialize()`, and `destroy()` at the end. */
export function createDataSource(settings: DataSourceSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url: settings.url,
    applicationName: settings.applicationName,
    poolSize: settings.max ?? 10,
    entities: [...(settings.entities ?? [])],
    migrations: [...(settings.migrations ?? [])],
    migrationsTableName: 'migration',
    installExtensions: false,
    synchronize: false,
    connectTimeoutMS: 10_000,
    extra: { Client: LastingClient },
    ...(settings.schema === undefined ? {} : { schema: settings.schema }),
  });
}
