import { randomUUID } from 'node:crypto';
import type { NextFunction, Response } from 'express';
import type { Logger } from 'pino';
import type { GuardedRequest } from '../api/conventions/signed-in';

/** One line a request: method, path, status, time taken, opaque person. Never a body, a query or a token. */
export function requestLog(log: Logger): (request: GuardedRequest, response: Response, next: NextFunction) => void {
  return (request, response, next) => {
    const started = process.hrtime.bigint();
    request.correlationId = randomUUID();
    response.on('finish', () => {
      log.info(
        {
          correlationId: request.correlationId,
          method: request.method,
          path: request.path,
          status: response.statusCode,
          ms: Number((process.hrtime.bigint() - started) / 1_000n) / 1_000,
          person: request.person?.id,
          role: request.actingAs,
        },
        'request',
      );
    });
    next();
  };
}
