import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** RFC 4226 asks for 160 bits. */
const KEY_BYTES = 20;
const ISSUER = 'Promise tracker';

/** Clocks of telephones may be one step wrong either way. */
const DRIFT_STEPS = 1;

/** Time-based codes (RFC 6238) as every app of today makes them: six digits, 30 seconds, SHA-1. */
const CODES = { algorithm: 'SHA1', digits: 6, period: 30 };

export function newTotpKey(): Uint8Array {
  return randomBytes(KEY_BYTES);
}

/**
 * The step of 30 seconds whose code this is; null where it is the code of none that counts now.
 * @param at milliseconds since 1970
 */
export function stepOf(code: string, key: Uint8Array, at: number): number | null {
  // The library compares bytes, and fails where six letters are more than six of them.
  if (!/^\d{6}$/.test(code)) return null;
  const totp = totpOf(key);
  const away = totp.validate({ token: code, timestamp: at, window: DRIFT_STEPS });
  return away === null ? null : totp.counter({ timestamp: at }) + away;
}

/** The key as people type it: base32. */
export function keyAsText(key: Uint8Array): string {
  return secretOf(key).base32;
}

/** The key as apps take it from a picture or a link. */
export function keyUri(key: Uint8Array, label: string): string {
  return totpOf(key, label).toString();
}

function totpOf(key: Uint8Array, label = ''): TOTP {
  return new TOTP({ ...CODES, secret: secretOf(key), issuer: ISSUER, label });
}

function secretOf(key: Uint8Array): Secret {
  return new Secret({ buffer: Uint8Array.from(key).buffer });
}
