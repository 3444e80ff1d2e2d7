import { createCipheriv, createDecipheriv } from 'node:crypto';

/** NIST SP 800-38D: 96-bit iv, 128-bit tag; a 256-bit key. */
const CIPHER = 'aes-256-gcm';
export const IV_BYTES = 12;
const TAG = 16;
const TAG_LENGTH = { authTagLength: TAG };

/** Bytes that sealing adds: iv before, tag behind. */
const SEAL_OVERHEAD = IV_BYTES + TAG;

/**
 * AES-256-GCM: `iv | ciphertext | tag`. `bound` is authenticated and not kept.
 * @param iv 12 random bytes, never twice under one key: that breaks the cipher
 */
export function seal(iv: Uint8Array, key: Uint8Array, bound: Uint8Array, clear: Uint8Array): Buffer {
  const cipher = createCipheriv(CIPHER, key, iv, TAG_LENGTH).setAAD(bound);
  return Buffer.concat([iv, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when the bytes, the key or what they are bound to is not what it was. */
export function open(key: Uint8Array, bound: Uint8Array, sealed: Uint8Array): Buffer {
  if (sealed.length < SEAL_OVERHEAD)
    throw new Error(`sealed bytes are at least ${SEAL_OVERHEAD}, not ${sealed.length}`);
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV_BYTES), TAG_LENGTH)
    .setAAD(bound)
    .setAuthTag(sealed.subarray(-TAG));
  const clear = decipher.update(sealed.subarray(IV_BYTES, -TAG));
  const rest = decipher.final();
  return rest.length === 0 ? clear : Buffer.concat([clear, rest]);
}
