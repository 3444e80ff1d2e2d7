import { inTransaction } from '@promise/database';
import { type Fault, isPlainText, Refusal } from '@promise/kernel';
import type { Pool } from 'pg';
import { digestOf, newSecret } from '../secret';
import { DEMONSTRATION_NAME } from '../demonstration-people';
import type { Proof } from '../second-factor/second-factors';
import { Attempts, ofPassword } from './attempts';
import { changed, takenUp } from './new-password';
import { passwordFaults } from './password-rules';
import { isPassword, passwordHash } from './passwords';
import { type Proven, stampOf } from './stamp';

/** How long a link of an invitation is good for. */
const LINK_LASTS = '7 days';

const SIGN_IN_NAME = /^[a-z0-9](?:[a-z0-9@._+-]{1,98})[a-z0-9]$/;

const CODE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Somebody who can sign in here, or is invited to. */
export interface Account {
  readonly person: string;
  readonly name: string;
  /** The group as which they appear to others; null where they appear by their name. */
  readonly appearsAs: string | null;
  /** Whether they have taken up their invitation, or have signed in at a service of their council. */
  readonly active: boolean;
  /** They sign in at a service of their council and nowhere else: no link is made for them. */
  readonly isElsewhere: boolean;
}

/** What somebody chooses who takes up an invitation. */
export interface Credentials {
  readonly signInName: string;
  readonly password: string;
}

/** Who signed in, or whether too many attempts have failed lately for another one now. */
export interface SignInOutcome {
  readonly proven: Proven | null;
  readonly mustWait: boolean;
}

/** The accounts of people: invited by a link, signed in by a name and a password. */
export class Accounts {
  private readonly attempts: Attempts;

  constructor(private readonly pool: Pool) {
    this.attempts = new Attempts(pool);
  }

  /**
   * Makes an account for somebody who is invited; the one who has it already keeps it.
   */
  async create({ person, name, appearsAs }: Pick<Account, 'person' | 'name' | 'appearsAs'>): Promise<void> {
    await this.pool.query(
      'INSERT INTO access.account (person, name, appears_as) VALUES ($1, $2, $3) ON CONFLICT (person) DO NOTHING',
      [person, name, appearsAs],
    );
  }

  /** A token for a link by which the person chooses a sign-in name and a password. The link before is worth nothing. */
  async linkFor(person: string): Promise<string> {
    const token = newSecret();
    await this.pool.query('DELETE FROM access.link WHERE expires_at < now()');
    await inTransaction(this.pool, async (client) => {
      // Of two at once the second waits here, and takes away what the first has made.
      await client.query('SELECT FROM access.account WHERE person = $1 FOR NO KEY UPDATE', [person]);
      await client.query('DELETE FROM access.link WHERE person = $1', [person]);
      await client.query(
        `INSERT INTO access.link (token_digest, person, expires_at) VALUES ($1, $2, now() + interval '${LINK_LASTS}')`,
        [digestOf(token), person],
      );
    });
    return token;
  }

  /** Makes every link of the person worth nothing. */
  async endLinks(person: string): Promise<void> {
    await this.pool.query('DELETE FROM access.link WHERE person = $1', [person]);
  }

  /** Whose link it is; null where it has expired, was used or never was one. */
  async behind(token: string): Promise<(Account & { readonly signInName: string | null }) | null> {
    const { rows } = await this.pool.query<Row>(
      `SELECT ${COLUMNS} FROM access.account WHERE person =
         (SELECT person FROM access.link WHERE token_digest = $1 AND expires_at > now())`,
      [digestOf(token)],
    );
    return rows[0] ? { ...accountOf(rows[0]), signInName: rows[0].sign_in_name } : null;
  }

  /**
   * Takes up an invitation, or chooses a new password by a link; the link is worth nothing afterwards, and who was
   * signed in with the old password is signed out, programs too. A second factor is off: its app may be what was lost.
   * @returns who it is now; null where the link is worth nothing
   * @throws Refusal naming `signInName` or `password`
   */
  async takeUp(token: string, { signInName: given, password }: Credentials): Promise<Proven | null> {
    const account = await this.behind(token);
    if (!account) return null;
    const signInName = given.trim().toLowerCase();
    const faults = [...nameFaults(signInName), ...passwordFaults(password, [account.name, signInName])];
    if (faults.length > 0) throw new Refusal(...faults);
    const { person } = account;
    const hash = await passwordHash(password);
    try {
      const isGood = await takenUp(this.pool, person, token, { signInName, hash });
      return isGood ? { person, stamp: stampOf(hash) } : null;
    } catch (error) {
      if ((error as { readonly code?: string }).code !== UNIQUE_VIOLATION) throw error;
      throw new Refusal({
        field: 'signInName',
        rule: 'not-taken',
        message: 'this sign-in name is somebody else’s: choose another one',
      });
    }
  }

  /**
   * Whose name and password these are; nobody's takes the same time.
   * @param address where the attempt comes from
   */
  async withPassword({ signInName: given, password }: Credentials, address: string): Promise<SignInOutcome> {
    const signInName = given.trim().toLowerCase();
    // PostgreSQL does not take every text, and nobody has such a name.
    if (!isPlainText(signInName)) return { proven: null, mustWait: false };
    const attempt = ofPassword(signInName, address);
    if (!(await this.attempts.begin(attempt))) return { proven: null, mustWait: true };
    const { rows } = await this.pool.query<{ person: string; password: string }>(
      'SELECT person, password FROM access.account WHERE sign_in_name = $1',
      [signInName],
    );
    const [row] = rows;
    const isRight = await isPassword(password, row?.password ?? null);
    if (!isRight || !row) return { proven: null, mustWait: false };
    await this.attempts.succeeded(attempt);
    return { proven: { person: row.person, stamp: stampOf(row.password) }, mustWait: false };
  }

  /** Whether it is the password of somebody who is signed in; guessing is slowed as at the sign-in. */
  async isOwnPassword(person: string, password: string, address: string): Promise<Proof> {
    const signInName = await this.signInNameOf(person);
    if (signInName === null) return 'wrong';
    const outcome = await this.withPassword({ signInName, password }, address);
    if (outcome.mustWait) return 'wait';
    return outcome.proven?.person === person ? 'right' : 'wrong';
  }

  /**
   * Takes a new password in the place of the old one. Everybody who is signed in as this person is signed out, programs
   * too, and a link to choose a password is worth nothing any more.
   * @returns who it is now; null where `current` is not the password, or not any more
   * @throws Refusal naming `password`
   */
  async changePassword(person: string, current: string, password: string): Promise<Proven | null> {
    const account = await this.one(person);
    const { rows } = await this.pool.query<{ sign_in_name: string; password: string }>(
      'SELECT sign_in_name, password FROM access.account WHERE person = $1 AND password IS NOT NULL',
      [person],
    );
    const [row] = rows;
    if (!account || !row) throw new Error('somebody without a password changes it');
    const faults = passwordFaults(password, [account.name, row.sign_in_name]);
    if (faults.length > 0) throw new Refusal(...faults);
    if (!(await isPassword(current, row.password))) return null;
    const hash = await passwordHash(password);
    return (await changed(this.pool, person, row.password, hash)) ? { person, stamp: stampOf(hash) } : null;
  }

  /** By what the person signs in; null where they have no password here. */
  async signInNameOf(person: string): Promise<string | null> {
    const { rows } = await this.pool.query<Pick<Row, 'sign_in_name'>>(
      'SELECT sign_in_name FROM access.account WHERE person = $1',
      [person],
    );
    return rows[0]?.sign_in_name ?? null;
  }

  /** The accounts with these ids, in no order. */
  async all(people: readonly string[]): Promise<Account[]> {
    const { rows } = await this.pool.query<Row>(
      `SELECT ${COLUMNS} FROM access.account WHERE person = ANY ($1::uuid[])`,
      [people],
    );
    return rows.map(accountOf);
  }

  /** The ids of everybody who has an account. */
  async people(): Promise<string[]> {
    const { rows } = await this.pool.query<{ person: string }>('SELECT person FROM access.account');
    return rows.map(({ person }) => person);
  }

  /**
   * Deletes accounts with all by which these people sign in. Whoever is gone already is passed over.
   * @returns how many there were
   */
  async forget(people: readonly string[]): Promise<number> {
    const { rowCount } = await this.pool.query(FORGET, [people]);
    return rowCount ?? 0;
  }

  /** The code by which somebody lets an administrator find their account; null for nobody. */
  async codeOf(person: string): Promise<string | null> {
    const { rows } = await this.pool.query<{ code: string }>('SELECT code FROM access.account WHERE person = $1', [
      person,
    ]);
    return rows[0]?.code ?? null;
  }

  /** Whose code it is; null where it is nobody's. */
  async withCode(code: string): Promise<Account | null> {
    if (!CODE.test(code)) return null;
    const { rows } = await this.pool.query<Row>(`SELECT ${COLUMNS} FROM access.account WHERE code = $1`, [code]);
    return rows[0] ? accountOf(rows[0]) : null;
  }

  async one(person: string): Promise<Account | null> {
    const [account] = await this.all([person]);
    return account ?? null;
  }
}

interface Row {
  readonly person: string;
  readonly name: string;
  readonly appears_as: string | null;
  readonly sign_in_name: string | null;
  readonly is_elsewhere: boolean;
}

const COLUMNS = `person, name, appears_as, sign_in_name,
  EXISTS (SELECT FROM access.identity WHERE identity.person = account.person) AS is_elsewhere`;
const UNIQUE_VIOLATION = '23505';

function accountOf({ person, name, appears_as: appearsAs, sign_in_name: signInName, is_elsewhere }: Row): Account {
  return { person, name, appearsAs, active: signInName !== null || is_elsewhere, isElsewhere: is_elsewhere };
}

/** What hangs on an account itself goes with it. */
const FORGET = `
  WITH ended AS (
    DELETE FROM access.session WHERE person = ANY ($1::uuid[])
  ), revoked AS (
    DELETE FROM access.token WHERE person = ANY ($1::uuid[])
  )
  DELETE FROM access.account WHERE person = ANY ($1::uuid[])`;

function nameFaults(signInName: string): Fault[] {
  if (signInName.startsWith(DEMONSTRATION_NAME)) {
    const message = `no sign-in name may begin with ${DEMONSTRATION_NAME}: such names are for trying the tracker out`;
    return [{ field: 'signInName', rule: 'not-of-a-demonstration', message }];
  }
  if (SIGN_IN_NAME.test(signInName)) return [];
  const message =
    'the sign-in name must be 3 to 100 small letters, digits or . _ + - @, and begin and end with a letter or a digit';
  return [{ field: 'signInName', rule: 'sign-in-name', message }];
}
