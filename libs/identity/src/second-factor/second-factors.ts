import { randomUUID } from 'node:crypto';
import type { Clock } from '@promise/kernel';
import { KeyVault, unwrap, wrap } from '@promise/vault';
import type { Pool } from 'pg';
import { Attempts, ofCode } from '../accounts/attempts';
import { isRecoveryCode, looksLikeRecoveryCode, newRecoveryCodes, recoveryCodeHash } from './recovery-codes';
import { newTotpKey, stepOf } from './totp';

/** The installation's secret under which keys are kept. */
const SECRET = 'second-factors';

/** A key that nobody has confirmed is forgotten after so long. */
const CONFIRMED_WITHIN = '10 minutes';

const WAITING = `confirmed_at IS NULL AND made_at > now() - interval '${CONFIRMED_WITHIN}'`;

/** What came of a password or a code that somebody gave. */
export type Proof = 'right' | 'wrong' | 'wait';

interface Row {
  readonly wrapped_key: Buffer;
  readonly sealed: Buffer;
}

/** Codes of an app beside the password, for those who turned them on; and recovery codes for when the app is lost. */
export class SecondFactors {
  private readonly attempts: Attempts;

  constructor(
    private readonly pool: Pool,
    private readonly vault: KeyVault,
    private readonly clock: Clock,
  ) {
    this.attempts = new Attempts(pool);
  }

  /** How many recovery codes are left; null where the person has no second factor. */
  async recoveryCodesOf(person: string): Promise<number | null> {
    const { rows } = await this.pool.query<{ left: number }>(
      `SELECT (SELECT count(*)::int FROM access.recovery_code WHERE person = $1) AS left
       FROM access.second_factor WHERE person = $1 AND confirmed_at IS NOT NULL`,
      [person],
    );
    return rows[0]?.left ?? null;
  }

  /** Makes a key, which counts once a code has confirmed it; one that counts already stays. */
  async begin(person: string): Promise<void> {
    const { wrappedKey, sealed } = wrap(await this.vault.secret(SECRET), boundTo(person), newTotpKey());
    await this.pool.query(BEGIN, [person, wrappedKey, sealed]);
  }

  /** The key that waits to be confirmed; null where none does. */
  async waitingKey(person: string): Promise<Uint8Array | null> {
    return this.key(person, WAITING);
  }

  /**
   * Turns it on by a first code.
   * @returns the recovery codes, which are kept nowhere as they are; null where the code is wrong
   */
  async turnOn(person: string, code: string): Promise<readonly string[] | null> {
    const waiting = await this.kept(person, WAITING);
    if (!waiting) return null;
    const step = this.stepOf(withoutSpaces(code), await this.opened(person, waiting));
    if (step === null) return null;
    const codes = newRecoveryCodes();
    const hashes = await Promise.all(codes.map(recoveryCodeHash));
    const ids = codes.map(() => randomUUID());
    const { rowCount } = await this.pool.query(TURN_ON, [person, step, ids, hashes, waiting.sealed]);
    return rowCount === codes.length ? codes : null;
  }

  async turnOff(person: string): Promise<void> {
    await this.pool.query('DELETE FROM access.second_factor WHERE person = $1', [person]);
  }

  /** Takes a code of the app or a recovery code, each of which is good once. Guessing is slowed as with passwords. */
  async check(person: string, given: string, address: string): Promise<Proof> {
    const attempt = ofCode(person, address);
    if (!(await this.attempts.begin(attempt))) return 'wait';
    const isRight = looksLikeRecoveryCode(given)
      ? await this.takeRecoveryCode(person, given)
      : await this.takeCode(person, withoutSpaces(given));
    if (!isRight) return 'wrong';
    await this.attempts.succeeded(attempt);
    return 'right';
  }

  private stepOf(code: string, key: Uint8Array): number | null {
    return stepOf(code, key, Date.parse(this.clock.now()));
  }

  private async takeCode(person: string, code: string): Promise<boolean> {
    const key = await this.key(person, 'confirmed_at IS NOT NULL');
    const step = key && this.stepOf(code, key);
    if (step === null) return false;
    const { rowCount } = await this.pool.query(
      'UPDATE access.second_factor SET last_step = $2 WHERE person = $1 AND last_step < $2',
      [person, step],
    );
    return rowCount === 1;
  }

  private async takeRecoveryCode(person: string, given: string): Promise<boolean> {
    const { rows } = await this.pool.query<{ id: string; code: string }>(
      'SELECT id, code FROM access.recovery_code WHERE person = $1',
      [person],
    );
    for (const { id, code } of rows) {
      if (!(await isRecoveryCode(given, code))) continue;
      const { rowCount } = await this.pool.query('DELETE FROM access.recovery_code WHERE id = $1', [id]);
      return rowCount === 1;
    }
    return false;
  }

  private async key(person: string, where: string): Promise<Uint8Array | null> {
    const kept = await this.kept(person, where);
    return kept && this.opened(person, kept);
  }

  private async kept(person: string, where: string): Promise<Row | null> {
    const { rows } = await this.pool.query<Row>(
      `SELECT wrapped_key, sealed FROM access.second_factor WHERE person = $1 AND ${where}`,
      [person],
    );
    return rows[0] ?? null;
  }

  private async opened(person: string, { wrapped_key: wrappedKey, sealed }: Row): Promise<Uint8Array> {
    return unwrap(await this.vault.secret(SECRET), boundTo(person), { wrappedKey, sealed });
  }
}

const BEGIN = `
  INSERT INTO access.second_factor AS kept (person, wrapped_key, sealed) VALUES ($1, $2, $3)
  ON CONFLICT (person) DO UPDATE SET wrapped_key = $2, sealed = $3, made_at = now() WHERE kept.confirmed_at IS NULL`;

/** It counts for the key that the code was of, and not for one that has taken its place since. */
const TURN_ON = `
  WITH turned_on AS (
    UPDATE access.second_factor SET confirmed_at = now(), last_step = $2
    WHERE person = $1 AND confirmed_at IS NULL AND sealed = $5 RETURNING person
  )
  INSERT INTO access.recovery_code (id, person, code)
  SELECT id, person, code FROM turned_on, unnest($3::uuid[], $4::text[]) AS made (id, code)`;

/** A key that is moved to somebody else's row does not open. */
function boundTo(person: string): Buffer {
  return Buffer.from(`second factor of ${person}`);
}

function withoutSpaces(code: string): string {
  return code.replace(/\s/g, '');
}
