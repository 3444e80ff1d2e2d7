import { randomBytes } from 'node:crypto';
import { IV_BYTES, open, seal } from './aes-gcm';

/** Something under a random key of its own, and that key under its subject's key. */
export interface Wrapped {
  readonly wrappedKey: Buffer;
  readonly sealed: Buffer;
}

const KEY_BYTES = 32;

/** @param bound where it belongs; both parts open only for the same */
export function wrap(subjectKey: Uint8Array, bound: Uint8Array, clear: Uint8Array): Wrapped {
  // One draw for the key and both ivs: drawing costs more than sealing a short text.
  const random = randomBytes(KEY_BYTES + 2 * IV_BYTES);
  const key = random.subarray(0, KEY_BYTES);
  const [keyIv, iv] = [random.subarray(KEY_BYTES, -IV_BYTES), random.subarray(-IV_BYTES)];
  const wrapped = { wrappedKey: seal(keyIv, subjectKey, bound, key), sealed: seal(iv, key, bound, clear) };
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
