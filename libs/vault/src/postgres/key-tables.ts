import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { DESTROYED, type Key } from '../key-vault.port';

type Found = Map<string, Key | typeof DESTROYED>;
interface Row {
  subject: string;
  key: Buffer | null;
}

/** The SQL of the vault, as the role `vault`. */
export class KeyTables {
  constructor(private readonly pool: Pool) {}

  async read(subjects: readonly string[]): Promise<Found> {
    const { rows } = await this.pool.query<Row>(READ_KEYS, [subjects]);
    return foundIn(rows);
  }

  /** Makes the missing keys, and answers with the keys of all. */
  async readOrMake(subjects: readonly string[]): Promise<Found> {
    const keys = subjects.map(() => randomBytes(32));
    const { rows } = await this.pool.query<Row>(MAKE_KEYS, [subjects, keys]);
    const found = foundIn(rows);
    // Another process committed these after our statement had begun, so only a later one can see them.
    const others = subjects.filter((subject) => !found.has(subject));
    if (others.length === 0) return found;
    return new Map([...found, ...(await this.read(others))]);
  }

  async destroy(subject: string): Promise<void> {
    await this.pool.query(DESTROY_KEY, [subject]);
  }

  async secret(name: string): Promise<Uint8Array> {
    await this.pool.query('INSERT INTO vault.secret (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      name,
      randomBytes(32),
    ]);
    const { rows } = await this.pool.query<{ value: Buffer }>('SELECT value FROM vault.secret WHERE name = $1', [name]);
    if (!rows[0]) throw new Error(`the vault's secret ${name} has gone`);
    return rows[0].value;
  }
}

const READ_KEYS = 'SELECT subject, key FROM vault.subject_key WHERE subject = ANY ($1::text[])';

/** Rows go in in one order everywhere, so that two processes with the same subjects never wait for each other. */
const MAKE_KEYS = `
  WITH given AS MATERIALIZED (
    SELECT * FROM unnest($1::text[], $2::bytea[]) AS given (subject, key) ORDER BY subject COLLATE "C"
  ), made AS (
    INSERT INTO vault.subject_key (subject, key) SELECT subject, key FROM given
    ON CONFLICT DO NOTHING RETURNING subject, key
  )
  SELECT subject, key FROM made
  UNION ALL
  SELECT subject, key FROM vault.subject_key WHERE subject = ANY ($1::text[])`;

const DESTROY_KEY = `
  INSERT INTO vault.subject_key AS kept (subject, key, destroyed_at) VALUES ($1, NULL, now())
  ON CONFLICT (subject) DO UPDATE SET key = NULL, destroyed_at = now() WHERE kept.destroyed_at IS NULL`;

function foundIn(rows: readonly Row[]): Found {
  return new Map(rows.map(({ subject, key }) => [subject, key ?? DESTROYED]));
}
