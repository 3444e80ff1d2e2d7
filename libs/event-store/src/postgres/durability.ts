import type { Client } from 'pg';

/** The server is set up in a way that loses what it acknowledged. */
export class NotDurable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotDurable';
  }
}

/**
 * What the log acknowledges is on disk: this session commits synchronously, whatever the server's default.
 * @throws NotDurable `fsync` is off, which a session cannot change
 */
export async function ensureDurable(client: Client): Promise<void> {
  const { rows } = await client.query<{ fsync: string; synchronous: string }>(`
    SELECT current_setting('fsync') AS fsync,
      CASE current_setting('synchronous_commit')
        WHEN 'off' THEN set_config('synchronous_commit', 'on', false)
        ELSE current_setting('synchronous_commit')
      END AS synchronous`);
  const [settings] = rows;
  if (settings?.fsync !== 'on') {
    throw new NotDurable('PostgreSQL runs with fsync off: a crash would lose events that were acknowledged');
  }
  if (settings.synchronous === 'off') throw new NotDurable('PostgreSQL does not let synchronous_commit be set to on');
}
