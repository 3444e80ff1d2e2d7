import type { Pool } from 'pg';
import { digestOf } from '../secret';
import type { Asked } from './relying-party';

/** How long somebody may take at the provider. */
const LASTS = '10 minutes';

/** What is kept of a sign-in that is under way. */
export interface UnderWay extends Asked {
  readonly provider: string;
  /** Where to go afterwards, on this site. */
  readonly goTo: string;
}

/** Sign-ins that are under way at a provider: each good once, for a short time, in the browser where it began. */
export class SignInsUnderWay {
  constructor(private readonly pool: Pool) {}

  /** @param session the token of the browser's cookie */
  async keep(session: string, { state, nonce, codeVerifier, provider, goTo }: UnderWay): Promise<void> {
    await this.pool.query('DELETE FROM access.open_id_sign_in WHERE expires_at < now()');
    await this.pool.query(
      `INSERT INTO access.open_id_sign_in (state_digest, session_digest, provider, nonce, code_verifier, go_to, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, now() + interval '${LASTS}')`,
      [digestOf(state), digestOf(session), provider, nonce, codeVerifier, goTo],
    );
  }

  /** What was kept, which is gone afterwards; null where nothing was for this browser, or no longer. */
  async take(session: string, provider: string, state: string): Promise<UnderWay | null> {
    const { rows } = await this.pool.query<{ nonce: string; code_verifier: string; go_to: string }>(
      `DELETE FROM access.open_id_sign_in
       WHERE state_digest = $1 AND session_digest = $2 AND provider = $3 AND expires_at > now()
       RETURNING nonce, code_verifier, go_to`,
      [digestOf(state), digestOf(session), provider],
    );
    const [row] = rows;
    return row ? { state, provider, nonce: row.nonce, codeVerifier: row.code_verifier, goTo: row.go_to } : null;
  }
}
