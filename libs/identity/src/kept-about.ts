import type { Pool } from 'pg';

interface Kept {
  /** What it is called in what the person gets. */
  readonly as: string;
  /** Of the schema `access`, with a column `person`. */
  readonly table: string;
  /** What the person gets of it: never a digest, a hash or a secret. */
  readonly columns: string;
}

/** Each table that keeps something of a person; a new one belongs here, too. What inspectors read is kept beside them. */
const TABLES: readonly Kept[] = [
  {
    as: 'account',
    table: 'account',
    columns: 'name, appears_as AS "appearsAs", sign_in_name AS "signInName", created_at AS "createdAt"',
  },
  {
    as: 'signInService',
    table: 'identity',
    columns: 'issuer, subject, signed_in_at AS "signedInAt"',
  },
  {
    as: 'signIns',
    table: 'session',
    columns: 'signed_in_at AS "signedInAt", last_used_at AS "lastUsedAt", provider',
  },
  { as: 'openInvitations', table: 'link', columns: 'expires_at AS "expiresAt"' },
  { as: 'secondFactor', table: 'second_factor', columns: 'made_at AS "madeAt", confirmed_at AS "confirmedAt"' },
  { as: 'recoveryCodesLeft', table: 'recovery_code', columns: 'count(*)::int AS "count"' },
  { as: 'signInsBegun', table: 'sign_in_half_way', columns: 'begun_at AS "begunAt"' },
  {
    as: 'tokens',
    table: 'token',
    columns:
      'name, may_record AS "mayRecord", created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt"',
  },
];

/** What is kept about a person beside the log, for themselves. */
export class KeptAbout {
  /** The tables of the schema `access` that it reads. */
  static readonly tables: readonly string[] = TABLES.map(({ table }) => table);

  constructor(private readonly pool: Pool) {}

  /** Everything but what grows with what they do, by name; moments are `Date`. */
  async person(person: string): Promise<Readonly<Record<string, readonly object[]>>> {
    const kept: Record<string, object[]> = {};
    for (const { as, table, columns } of TABLES) {
      const { rows } = await this.pool.query<object>(`SELECT ${columns} FROM access.${table} WHERE person = $1`, [
        person,
      ]);
      kept[as] = rows;
    }
    return kept;
  }
}
