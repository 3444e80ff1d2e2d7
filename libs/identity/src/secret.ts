import { createHash, randomBytes } from 'node:crypto';

/** What nobody can guess: 32 random bytes, base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret: its SHA-256, by which it can be found and not be told. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
