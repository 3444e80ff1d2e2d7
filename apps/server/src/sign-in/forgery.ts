import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

/** The field of every form that carries the token, and the header that carries it for scripts. */
export const CSRF_FIELD = '_csrf';
export const CSRF_HEADER = 'X-CSRF-Token';

const BYTES = 32;

/**
 * A token that only a page of ours can know for this browser: made of the session token, so that nothing needs to be
 * kept. Masked with fresh random bytes each time, so that compressed pages do not give it away.
 */
export function csrfTokenFor(sessionToken: string): string {
  const mask = randomBytes(BYTES);
  return Buffer.concat([mask, xor(mask, secretOf(sessionToken))]).toString('base64url');
}

export function isCsrfTokenFor(sessionToken: string, given: unknown): boolean {
  if (typeof given !== 'string') return false;
  const bytes = Buffer.from(given, 'base64url');
  if (bytes.length !== 2 * BYTES) return false;
  return timingSafeEqual(xor(bytes.subarray(0, BYTES), bytes.subarray(BYTES)), secretOf(sessionToken));
}

/** Whether the browser says that a page of this very host sent the request. */
export function comesFromHere(request: Request): boolean {
  const origin = request.get('Origin');
  if (origin === undefined) return request.get('Sec-Fetch-Site') === 'same-origin';
  return URL.canParse(origin) && new URL(origin).host === request.get('Host');
}

/**
 * Where the browser that sent a form has this site, such as `https://promise.example`: a proxy that ends https would
 * make `http` of it here, and a link goes out under it. Call it once `comesFromHere` is known.
 */
export function siteOf(request: Request): string {
  const origin = request.get('Origin');
  return origin === undefined ? `${request.protocol}://${request.get('Host') ?? ''}` : new URL(origin).origin;
}

function secretOf(sessionToken: string): Buffer {
  return createHmac('sha256', sessionToken).update('csrf').digest();
}

function xor(a: Buffer, b: Buffer): Buffer {
  return Buffer.from(a.map((byte, n) => byte ^ (b[n] ?? 0)));
}
