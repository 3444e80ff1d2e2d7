import { newSessionToken } from '@promise/identity';
import type { Request, Response } from 'express';
import type { GuardedRequest } from '../api/conventions/signed-in';
import { isAtThisMachine } from './loopback';

/** The prefix makes browsers take the cookie over https and for the whole of this host only. */
const SECURE_NAME = '__Host-session';
/** Browsers take no `__Host-` cookie over http, which is only used on this machine. */
const PLAIN_NAME = 'session';

/** The session token that the browser sent, or null. */
export function sessionTokenOf(request: Request): string | null {
  const name = nameFor(request);
  const pairs = (request.get('Cookie') ?? '').split(';').map((pair) => pair.trim());
  const pair = pairs.find((each) => each.startsWith(`${name}=`));
  return /^[\w-]{43}$/.exec(pair?.slice(name.length + 1) ?? '')?.[0] ?? null;
}

/** The cookie lasts as long as the browser; how long the session lasts is known to the server. */
export function setSessionCookie(request: Request, response: Response, token: string): void {
  const name = nameFor(request);
  response.cookie(name, token, { httpOnly: true, sameSite: 'lax', path: '/', secure: name === SECURE_NAME });
}

export function clearSessionCookie(request: Request, response: Response): void {
  const name = nameFor(request);
  response.clearCookie(name, { httpOnly: true, sameSite: 'lax', path: '/', secure: name === SECURE_NAME });
}

/** Gives a browser that has none a token that stands for nobody yet, so that its forms can be told from forged ones. */
export function ensureSessionToken(request: GuardedRequest, response: Response): void {
  if (request.sessionToken !== undefined) return;
  request.sessionToken = newSessionToken();
  setSessionCookie(request, response, request.sessionToken);
}

function nameFor(request: Request): string {
  return isAtThisMachine(request) && !request.secure ? PLAIN_NAME : SECURE_NAME;
}
