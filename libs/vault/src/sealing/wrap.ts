import { randomBytes } from 'node:crypto';
import { open, seal } from './aes-gcm';

/** Something under a random key of its own, and that key under its subject's key. */
export interface Wrapped {
  readonly wrappedKey: Buffer;
  readonly sealed: Buffer;
}

const KEY_BYTES = 32;

/** @param bound where it belongs; both parts open only for the same */
export function wrap(subjectKey: Uint8Array, bound: Uint8Array, clear: Uint8Array): Wrapped {
  const key = randomBytes(KEY_BYTES);
  const wrapped = { wrappedKey: seal(subjectKey, bound, key), sealed: seal(key, bound, clear) };
  key.fill(0);
  return wrapped;
}

/** Throws when anything is not what it was. */
export function unwrap(subjectKey: Uint8Array, bound: Uint8Array, { wrappedKey, sealed }: Wrapped): Buffer {
  const key = open(subjectKey, bound, wrappedKey);
  const clear = open(key, bound, sealed);
  key.fill(0);
  return clear;
}
