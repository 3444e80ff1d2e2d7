import type { Pool } from 'pg';
import { digestOf, newSecret } from '../secret';

/** How long somebody may take to give the second factor. */
const LASTS = '10 minutes';

const ALIVE = `begun_at > now() - interval '${LASTS}'`;

/** Who gave a right password and owes the second factor: nobody is signed in yet. */
export class HalfWay {
  constructor(private readonly pool: Pool) {}

  /** @returns the token for the browser's cookie, by which it is known at the second step */
  async begin(person: string): Promise<string> {
    const token = newSecret();
    await this.pool.query(`DELETE FROM access.sign_in_half_way WHERE NOT (${ALIVE})`);
    await this.pool.query('INSERT INTO access.sign_in_half_way (token_digest, person) VALUES ($1, $2)', [
      digestOf(token),
      person,
    ]);
    return token;
  }

  /** The person; null where nobody is half way with this token, or not any more. */
  async whose(token: string): Promise<string | null> {
    return this.person(`SELECT person FROM access.sign_in_half_way WHERE token_digest = $1 AND ${ALIVE}`, token);
  }

  /** Ends it, so that it is good once. @returns the person; null where it is worth nothing */
  async end(token: string): Promise<string | null> {
    return this.person(
      `DELETE FROM access.sign_in_half_way WHERE token_digest = $1 AND ${ALIVE} RETURNING person`,
      token,
    );
  }

  private async person(statement: string, token: string): Promise<string | null> {
    const { rows } = await this.pool.query<{ person: string }>(statement, [digestOf(token)]);
    return rows[0]?.person ?? null;
  }
}
