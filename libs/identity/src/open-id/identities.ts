import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { KnownElsewhere } from './relying-party';

/** Who is who at a provider: by issuer and subject, never by an e-mail address, which may be somebody else's tomorrow. */
export class Identities {
  constructor(private readonly pool: Pool) {}

  /** The person here; null for somebody who has not been let in yet. */
  async personOf({ issuer, subject }: Pick<KnownElsewhere, 'issuer' | 'subject'>): Promise<string | null> {
    const { rows } = await this.pool.query<{ person: string }>(
      'SELECT person FROM access.identity WHERE issuer = $1 AND subject = $2',
      [issuer, subject],
    );
    return rows[0]?.person ?? null;
  }

  /**
   * The person here, with an account under the name that the provider tells now; made the first time. Two at once make one.
   * @param unnamed the name of somebody whose name is not told
   */
  async keep({ issuer, subject, name }: Omit<KnownElsewhere, 'groups'>, unnamed: string): Promise<string> {
    const { rows } = await this.pool.query<{ person: string }>(KEEP, [issuer, subject, randomUUID(), name ?? unnamed]);
    const [row] = rows;
    if (!row) throw new Error('an identity was kept and did not come back');
    return row.person;
  }
}

const KEEP = `
  WITH kept AS (
    INSERT INTO access.identity (issuer, subject, person, signed_in_at) VALUES ($1, $2, $3, now())
    ON CONFLICT (issuer, subject) DO UPDATE SET signed_in_at = now()
    RETURNING person
  )
  INSERT INTO access.account (person, name) SELECT person, $4 FROM kept
  ON CONFLICT (person) DO UPDATE SET name = excluded.name
  RETURNING person`;
