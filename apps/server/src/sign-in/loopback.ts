import type { Request } from 'express';

/** Whether the other end of the connection is this machine. */
export function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);
}

/** Whether somebody at this machine asks this machine under a name of its own, with no proxy between. */
export function isAtThisMachine(request: Request): boolean {
  return (
    isLoopback(request.socket.remoteAddress) &&
    /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i.test(request.get('Host') ?? '') &&
    request.get('X-Forwarded-For') === undefined &&
    request.get('Forwarded') === undefined
  );
}
