import type { Instant } from '@promise/kernel';
import type { Pool } from 'pg';
import { type KnownPerson, type RolesSql, rolesOf, type Where } from './known-person';
import { PasswordChanged, type Proven, whoHas } from './accounts/stamp';
import { HALF_WAY_ALIVE } from './second-factor/half-way';
import { digestOf, newSecret } from './secret';

/** A session ends after so long without use, and in any case after so long. */
const IDLE = '2 hours';
const LONGEST = '12 hours';

/** Use within this time of the last one is not written down again. */
const NOTED_EVERY = '1 minute';

const ALIVE = `last_used_at > now() - interval '${IDLE}' AND signed_in_at > now() - interval '${LONGEST}'`;

/** What a browser is given to be known again: 32 random bytes, base64url. */
export function newSessionToken(): string {
  return newSecret();
}

/** Where and since when somebody is signed in. */
export interface OpenSession {
  readonly signedInAt: Instant;
  readonly lastUsedAt: Instant;
  /** Whether it is the session of this token. */
  readonly is: (token: string) => boolean;
}

/** Who is signed in to the pages, by the token in their browser's cookie. */
export class Sessions {
  constructor(
    private readonly pool: Pool,
    private readonly rolesHeld: RolesSql,
  ) {}

  /**
   * Opens a session and returns its token, which is kept nowhere else.
   * @param provider where they signed in, where that was not here
   * @throws PasswordChanged
   */
  async open({ person, stamp }: Proven, provider: string | null = null): Promise<string> {
    const token = newSessionToken();
    await this.pool.query(`DELETE FROM access.session WHERE NOT (${ALIVE})`);
    const values = [digestOf(token), person, provider];
    const { rowCount } = stamp
      ? await this.pool.query(OPEN_BY_PASSWORD, [...values, stamp])
      : await this.pool.query(OPEN, values);
    if (rowCount === 0) throw new PasswordChanged();
    return token;
  }

  /**
   * Opens a session for somebody who was half way and gave the second factor; that is good once.
   * @returns its token; null where they are not half way any more
   */
  async openFromHalfWay(halfWay: string): Promise<string | null> {
    const token = newSessionToken();
    const { rowCount } = await this.pool.query(OPEN_FROM_HALF_WAY, [digestOf(token), digestOf(halfWay)]);
    return rowCount === 0 ? null : token;
  }

  /**
   * Who has this token, and what they are there; null where nobody has, or the session has ended. Every request asks, so
   * it is one query.
   */
  async behind(token: string, { partnership, day }: Where): Promise<KnownPerson | null> {
    const digest = digestOf(token);
    const { rows } = await this.pool.query<Row>({
      // Named, so that PostgreSQL reads and plans it once a connection.
      name: 'behind-session',
      text: `SELECT session.person, last_used_at < now() - interval '${NOTED_EVERY}' AS note, account.name,
          ${this.rolesHeld('session.person', '$2', '$3')} AS roles
        FROM access.session LEFT JOIN access.account ON account.person = session.person
        WHERE token_digest = $1 AND ${ALIVE}`,
      values: [digest, partnership, day],
    });
    const [row] = rows;
    if (!row) return null;
    if (row.note)
      await this.pool.query('UPDATE access.session SET last_used_at = now() WHERE token_digest = $1', [digest]);
    return { person: row.person, name: row.name, roles: rolesOf(row) };
  }

  /** The open sessions of a person, the latest used first. */
  async of(person: string): Promise<OpenSession[]> {
    const { rows } = await this.pool.query<{ signed_in_at: Date; last_used_at: Date; token_digest: Buffer }>(
      `SELECT signed_in_at, last_used_at, token_digest FROM access.session WHERE person = $1 AND ${ALIVE}
       ORDER BY last_used_at DESC, signed_in_at DESC`,
      [person],
    );
    return rows.map((row) => ({
      signedInAt: row.signed_in_at.toISOString(),
      lastUsedAt: row.last_used_at.toISOString(),
      is: (token) => digestOf(token).equals(row.token_digest),
    }));
  }

  /** Ends every other session of the person. */
  async closeOthers(person: string, token: string): Promise<void> {
    await this.pool.query('DELETE FROM access.session WHERE person = $1 AND token_digest <> $2', [
      person,
      digestOf(token),
    ]);
  }

  /** Ends a session. @returns the provider where its person signed in; null where that was here */
  async close(token: string): Promise<string | null> {
    const { rows } = await this.pool.query<{ provider: string | null }>(
      'DELETE FROM access.session WHERE token_digest = $1 RETURNING provider',
      [digestOf(token)],
    );
    return rows[0]?.provider ?? null;
  }
}

const OPEN = 'INSERT INTO access.session (token_digest, person, provider) VALUES ($1, $2, $3)';

const OPEN_BY_PASSWORD = `
  INSERT INTO access.session (token_digest, person, provider)
  SELECT $1, proven.person, $3 FROM (${whoHas('$2', '$4')}) AS proven`;

const OPEN_FROM_HALF_WAY = `
  WITH ended AS (DELETE FROM access.sign_in_half_way WHERE token_digest = $2 AND ${HALF_WAY_ALIVE} RETURNING person)
  INSERT INTO access.session (token_digest, person) SELECT $1, person FROM ended`;

interface Row {
  readonly person: string;
  readonly note: boolean;
  readonly name: string | null;
  readonly roles: readonly string[];
}
