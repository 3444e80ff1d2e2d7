import { Pool } from 'pg';
import { LastingClient } from './lasting-client';

export interface PoolSettings {
  /** What `pg_stat_activity` shows. */
  readonly applicationName: string;
  /** Most connections at a time; 10 where nothing is said. */
  readonly max?: number;
  /**
   * How long the database may take to answer, in milliseconds; 30 seconds where nothing is said. A connection on which no
   * answer comes is given up: one to a machine that has gone silently would else be taken up for a quarter of an hour.
   */
  readonly patienceMs?: number;
  /** Told when an idle connection is lost; the pool opens another one by itself. */
  readonly onIdleError?: (error: Error) => void;
}

/** A pool of connections; take the URL from `roleUrls`. Opens none until it is used; close it with `end()`. */
export function createPool(url: string, settings: PoolSettings): Pool {
  const pool = new Pool({
    Client: LastingClient,
    connectionString: url,
    application_name: settings.applicationName,
    max: settings.max ?? 10,
    connectionTimeoutMillis: 10_000,
    query_timeout: settings.patienceMs ?? 30_000,
  });
  // Without a listener the loss of an idle connection would end the process. A pool that ends has given its connections
  // up: that the server ends them first is no loss.
  pool.on('error', (error) => {
    if (!pool.ending) settings.onIdleError?.(error);
  });
  return pool;
}
