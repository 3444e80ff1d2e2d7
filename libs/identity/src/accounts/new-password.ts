import { inTransaction } from '@promise/database';
import type { Pool, PoolClient } from 'pg';
import { digestOf } from '../secret';

/** Of an account: its sign-in name and the hash of its password. */
interface Kept {
  readonly signInName: string;
  readonly hash: string;
}

/**
 * Takes a name and a password by a link, which is worth nothing afterwards. The account is locked first, as where a link is
 * made: else the two could wait for each other.
 * @returns whether the link was good
 * @throws what the database says, as where the name is taken; nothing is changed then
 */
export function takenUp(pool: Pool, person: string, link: string, { signInName, hash }: Kept): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    await client.query('SELECT FROM access.account WHERE person = $1 FOR NO KEY UPDATE', [person]);
    const { rowCount } = await client.query(USE_LINK, [digestOf(link), person]);
    if (rowCount === 0) return false;
    await client.query('UPDATE access.account SET sign_in_name = $2, password = $3 WHERE person = $1', [
      person,
      signInName,
      hash,
    ]);
    await client.query('DELETE FROM access.second_factor WHERE person = $1', [person]);
    await endAll(client, person);
    return true;
  });
}

/** @returns whether it was still the old one that it takes the place of */
export function changed(pool: Pool, person: string, oldHash: string, newHash: string): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      'UPDATE access.account SET password = $3 WHERE person = $1 AND password = $2',
      [person, oldHash, newHash],
    );
    if (rowCount === 0) return false;
    await endAll(client, person);
    return true;
  });
}

const USE_LINK = 'DELETE FROM access.link WHERE token_digest = $1 AND person = $2 AND expires_at > now()';

/**
 * One after the other, and none before the password is changed: each sees what was let in with the old one until then, and
 * what came of a sign-in that was half way.
 */
async function endAll(client: PoolClient, person: string): Promise<void> {
  for (const table of ['sign_in_half_way', 'session', 'token', 'link'])
    await client.query(`DELETE FROM access.${table} WHERE person = $1`, [person]);
}
