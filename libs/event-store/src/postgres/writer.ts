import { withOptions } from '@promise/database';
import { Client } from 'pg';
import { type AppendAnswer, appendAnswers, appendCall, type AppendRequest, type AppendRow } from './append-call';
import { ensureDurable } from './durability';
import { isTransient } from './transient';

/**
 * Plans for index look-ups from the first call on: statistics of an empty log would mislead the plans that a connection
 * keeps.
 */
const SETTINGS = '-c enable_seqscan=off -c plan_cache_mode=force_generic_plan -c jit=off';

/** A connection that appends; opened again by the next call after it was lost. */
export class Writer {
  private client: Client | undefined;

  constructor(
    private readonly url: string,
    private readonly applicationName: string,
    private readonly timeoutMs: number,
  ) {}

  async open(): Promise<Client> {
    if (this.client !== undefined) return this.client;
    const client = new Client({
      connectionString: withOptions(this.url, SETTINGS),
      application_name: `${this.applicationName}-writer`,
      connectionTimeoutMillis: this.timeoutMs,
      query_timeout: this.timeoutMs,
      keepAlive: true,
    });
    // A query that is on its way is rejected by itself; between queries the loss is noted for the next one.
    client.on('error', () => {
      this.forget(client);
    });
    await client.connect();
    this.client = client;
    try {
      await ensureDurable(client);
    } catch (error) {
      await this.close();
      throw error;
    }
    return client;
  }

  async send(batch: readonly AppendRequest[]): Promise<AppendAnswer[]> {
    const client = await this.open();
    try {
      const { rows } = await client.query<AppendRow>(appendCall(batch));
      return appendAnswers(batch, rows);
    } catch (error) {
      if (isTransient(error)) await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const { client } = this;
    if (client === undefined) return;
    this.forget(client);
    await client.end();
  }

  private forget(client: Client): void {
    if (this.client === client) this.client = undefined;
  }
}
