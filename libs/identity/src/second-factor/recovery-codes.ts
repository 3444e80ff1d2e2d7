import { randomBytes } from 'node:crypto';
import { isPassword, passwordHash } from '../accounts/passwords';

const HOW_MANY = 10;
/** No letter that looks like a digit: base32 of RFC 4648. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const SHAPE = /^[A-Z2-7]{12}$/;

/** Ten codes of 60 random bits, such as `ABCD-EFGH-IJKL`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: HOW_MANY }, () =>
    [...randomBytes(12)]
      .map((byte) => LETTERS[byte % LETTERS.length] ?? '')
      .join('')
      .replace(/(.{4})(?=.)/g, '$1-'),
  );
}

/** What is kept of a code: like a password, for it is shorter than a key. */
export function recoveryCodeHash(code: string): Promise<string> {
  return passwordHash(plain(code));
}

/** Whether it could be one. */
export function looksLikeRecoveryCode(given: string): boolean {
  return SHAPE.test(plain(given));
}

export function isRecoveryCode(given: string, kept: string): Promise<boolean> {
  return isPassword(plain(given), kept);
}

function plain(code: string): string {
  return code.replace(/[\s-]/g, '').toUpperCase();
}
