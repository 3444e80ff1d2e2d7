import type { Pool } from 'pg';
import { type Proven, whoHas, PasswordChanged } from '../accounts/stamp';
import { digestOf, newSecret } from '../secret';

/** How long somebody may take to give the second factor. */
const LASTS = '10 minutes';

/** SQL: whether a row of `access.sign_in_half_way` still counts. */
export const HALF_WAY_ALIVE = `begun_at > now() - interval '${LASTS}'`;

/** Who gave a right password and owes the second factor: nobody is signed in yet. */
export class HalfWay {
  constructor(private readonly pool: Pool) {}

  /**
   * @returns the token for the browser's cookie, by which it is known at the second step
   * @throws PasswordChanged
   */
  async begin({ person, stamp }: Proven): Promise<string> {
    const token = newSecret();
    await this.pool.query(`DELETE FROM access.sign_in_half_way WHERE NOT (${HALF_WAY_ALIVE})`);
    const { rowCount } = await this.pool.query(BEGIN, [digestOf(token), person, stamp]);
    if (rowCount === 0) throw new PasswordChanged();
    return token;
  }

  /** The person; null where nobody is half way with this token, or not any more. */
  async whose(token: string): Promise<string | null> {
    const { rows } = await this.pool.query<{ person: string }>(
      `SELECT person FROM access.sign_in_half_way WHERE token_digest = $1 AND ${HALF_WAY_ALIVE}`,
      [digestOf(token)],
    );
    return rows[0]?.person ?? null;
  }
}

const BEGIN = `
  INSERT INTO access.sign_in_half_way (token_digest, person)
  SELECT $1, proven.person FROM (${whoHas('$2', '$3')}) AS proven`;
