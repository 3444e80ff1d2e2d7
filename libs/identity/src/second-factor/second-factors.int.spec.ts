import { createPool, migrate, roleUrls } from '@promise/database';
import { systemClock } from '@promise/kernel';
import { type TestDatabase, testDatabase } from '@promise/testing';
import { MemoryKeyVault } from '@promise/vault';
import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Pool } from 'pg';
import { Accounts } from '../accounts/accounts';
import { SecondFactors } from './second-factors';

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await testDatabase();
  const { owner, application } = roleUrls(database.url);
  await migrate(owner);
  const onIdleError = (error: Error): never => {
    throw error;
  };
  pool = createPool(application, { applicationName: 'test', max: 2, onIdleError });
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

function codeOf(key: Uint8Array | null): string {
  return new TOTP({ secret: new Secret({ buffer: Uint8Array.from(key ?? []).buffer }) }).generate();
}

describe('a second factor', () => {
  let vault: MemoryKeyVault;
  let factors: SecondFactors;
  let person: string;

  beforeEach(async () => {
    vault = new MemoryKeyVault();
    factors = new SecondFactors(pool, vault, systemClock);
    person = randomUUID();
    await new Accounts(pool).create({ person, name: 'Ailsa Craig', appearsAs: null });
    await factors.begin(person);
  });

  it('counts with the key that its first code was of, and not with one that took its place meanwhile', async () => {
    // Another page replaces the key while the recovery codes of the first one are made.
    const query = async (text: string, values: unknown[]): Promise<unknown> => {
      if (text.includes('INSERT INTO access.recovery_code')) await factors.begin(person);
      return pool.query(text, values);
    };
    const interrupted = new SecondFactors({ query } as unknown as Pool, vault, systemClock);
    expect(await interrupted.turnOn(person, codeOf(await factors.waitingKey(person)))).toBeNull();
    expect(await factors.recoveryCodesOf(person)).toBeNull();
    expect(await factors.turnOn(person, codeOf(await factors.waitingKey(person)))).toHaveLength(10);
  });

  it('takes each code once, also where it comes twice at once', async () => {
    const codes = await factors.turnOn(person, codeOf(await factors.waitingKey(person)));
    const [code = ''] = codes ?? [];
    const answers = await Promise.all([1, 2, 3].map(() => factors.check(person, code, '192.0.2.1')));
    expect(answers.sort()).toEqual(['right', 'wrong', 'wrong']);
    expect(await factors.recoveryCodesOf(person)).toBe(9);
  });
});
