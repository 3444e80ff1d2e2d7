import type { Pool, QueryResultRow } from 'pg';
import { type Danger, type StoredEvent, StoreUnavailable } from '../event-store.port';
import { dangersOf, type Safety, SAFETY } from './safety';
import { isTransient } from './transient';

const COLUMNS = 'position, stream, version, id, type, envelope, payload';

/** The reading half of the adapter. */
export class LogReader {
  constructor(private readonly pool: Pool) {}

  stream(stream: string, fromVersion: number): Promise<StoredEvent[]> {
    const text = `SELECT ${COLUMNS} FROM log.event WHERE stream = $1 AND version >= $2 ORDER BY version`;
    return this.query('read-stream', text, [stream, fromVersion]);
  }

  all(after: bigint, limit: number): Promise<StoredEvent[]> {
    const text = `SELECT ${COLUMNS} FROM log.event WHERE position > $1 ORDER BY position LIMIT $2`;
    return this.query('read-all', text, [after, limit]);
  }

  /** 0 while the log is empty. */
  async head(): Promise<string> {
    const [head] = await this.query<{ position: string }>('head', 'SELECT position FROM log.head', []);
    return head?.position ?? '0';
  }

  async safety(): Promise<Danger[]> {
    const [safety] = await this.query<Safety>('safety', SAFETY, []);
    return safety ? dangersOf(safety) : [];
  }

  private async query<Row extends QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    try {
      return (await this.pool.query<Row>({ name, text, values })).rows;
    } catch (error) {
      if (!isTransient(error)) throw error;
      throw new StoreUnavailable('the event store cannot be reached', { cause: error });
    }
  }
}
