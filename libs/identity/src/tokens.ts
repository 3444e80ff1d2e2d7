import { randomUUID } from 'node:crypto';
import { type Instant, isPlainText } from '@promise/kernel';
import type { Pool } from 'pg';
import { type KnownPerson, type RolesSql, rolesOf, type Where } from './known-person';
import { digestOf, newSecret } from './secret';

/** Tells a token from the sessions and links that look alike, for people and for tools that look for lost secrets. */
const PREFIX = 'promise_';

/** Use within this time of the last one is not written down again. */
const NOTED_EVERY = '1 minute';

/** Whose roles follow groups elsewhere lets programs act for them so long after they were last seen there. */
const SEEN_WITHIN = '30 days';

/** What somebody asks of a new token. */
export interface TokenWanted {
  /** What it is for, in their own words. */
  readonly name: string;
  /** Whether it may record too, or only read. */
  readonly mayRecord: boolean;
  readonly days: number;
}

/** A token by which a program acts for somebody, without the token itself. */
export interface KnownToken {
  readonly id: string;
  readonly name: string;
  readonly mayRecord: boolean;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly lastUsedAt: Instant | null;
}

/** The session was ended before what was asked for by it was done. */
export class SignedOut extends Error {
  constructor() {
    super('the session has ended in the meantime');
    this.name = 'SignedOut';
  }
}

/** The tokens by which programs act for people: good for a time, shown once, ended at once. */
export class Tokens {
  constructor(
    private readonly pool: Pool,
    private readonly rolesHeld: RolesSql,
  ) {}

  /** Whether it could be one. */
  static looksLikeOne(token: string): boolean {
    return token.startsWith(PREFIX);
  }

  /**
   * Makes a token and returns it; it is kept nowhere else.
   * @param session by which it is asked for; whatever ends that one ends the token too, or comes first
   * @throws SignedOut
   */
  async make(person: string, { name, mayRecord, days }: TokenWanted, session?: string): Promise<string> {
    const token = `${PREFIX}${newSecret()}`;
    const values = [randomUUID(), digestOf(token), person, name, mayRecord, days];
    const { rowCount } =
      session === undefined
        ? await this.pool.query(MAKE, values)
        : await this.pool.query(`${MAKE} ${WHILE_SIGNED_IN}`, [...values, digestOf(session)]);
    if (rowCount === 0) throw new SignedOut();
    return token;
  }

  /** For whom it acts, what they are there, and whether it may record; null where it has ended or never was one. */
  async behind(
    token: string,
    { partnership, day }: Where,
  ): Promise<(KnownPerson & { readonly mayRecord: boolean }) | null> {
    const digest = digestOf(token);
    const { rows } = await this.pool.query<BehindRow>({
      // Named, so that PostgreSQL reads and plans it once a connection.
      name: 'behind-token',
      text: `SELECT token.person, may_record, account.name,
          coalesce(last_used_at < now() - interval '${NOTED_EVERY}', true) AS note,
          ${this.rolesHeld('token.person', '$2', '$3')} AS roles
        FROM access.token LEFT JOIN access.account ON account.person = token.person
        WHERE token_digest = $1 AND expires_at > now() AND NOT EXISTS (
          SELECT FROM access.identity
          WHERE identity.person = token.person AND signed_in_at < now() - interval '${SEEN_WITHIN}'
        )`,
      values: [digest, partnership, day],
    });
    const [row] = rows;
    if (!row) return null;
    if (row.note) {
      await this.pool.query('UPDATE access.token SET last_used_at = now() WHERE token_digest = $1', [digest]);
    }
    return { person: row.person, name: row.name, roles: rolesOf(row), mayRecord: row.may_record };
  }

  /** The tokens of a person that are still good, the newest first. */
  async of(person: string): Promise<KnownToken[]> {
    const { rows } = await this.pool.query<Row>(
      `SELECT id, name, may_record, created_at, expires_at, last_used_at FROM access.token
       WHERE person = $1 AND expires_at > now() ORDER BY created_at DESC`,
      [person],
    );
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      mayRecord: row.may_record,
      createdAt: row.created_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      lastUsedAt: row.last_used_at?.toISOString() ?? null,
    }));
  }

  /** Ends one of the person's own tokens; nothing happens where it is not theirs. */
  async end(person: string, id: string): Promise<void> {
    // PostgreSQL does not take every text.
    if (!isPlainText(id)) return;
    await this.pool.query('DELETE FROM access.token WHERE person = $1 AND id::text = $2', [person, id]);
  }
}

const MAKE = `
  INSERT INTO access.token (id, token_digest, person, name, may_record, expires_at)
  SELECT $1::uuid, $2::bytea, $3::uuid, $4::text, $5::boolean, now() + $6::int * interval '1 day'`;

/** The session is held until the token stands, so that a change of the password either finds both or has ended it. */
const WHILE_SIGNED_IN =
  'FROM access.session WHERE session.token_digest = $7 AND session.person = $3::uuid FOR KEY SHARE';

interface BehindRow {
  readonly person: string;
  readonly may_record: boolean;
  readonly name: string | null;
  readonly note: boolean;
  readonly roles: readonly string[];
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly may_record: boolean;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly last_used_at: Date | null;
}
