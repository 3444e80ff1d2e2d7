import { randomUUID } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Actor, canonicalJson } from '@promise/kernel';
import { badRequest, Problem } from './problem';
import type { GuardedRequest } from './signed-in';

/** What a command's request says beside its body. */
export interface CommandRequest {
  readonly partnership: string;
  readonly actor: Actor;
  /** Method, route and what stands in its places: with person and key they make the command id. */
  readonly route: string;
  readonly key: string;
  readonly correlationId: string;
  readonly ifMatch?: number;
}

/** The command's request: who, where, idempotency key, and the version that was read. */
export const FromRequest = createParamDecorator((_: unknown, context: ExecutionContext): CommandRequest => {
  const request = context.switchToHttp().getRequest<GuardedRequest>();
  const { person, actingAs } = request;
  if (!person || !actingAs) throw new Error('a command was reached without a person in a role');
  checkWasRead(request);
  const ifMatch = ifMatchOf(request);
  return {
    partnership: String(request.params.partnership),
    actor: { id: person.id, role: actingAs },
    route: routeOf(request),
    key: keyOf(request),
    correlationId: request.correlationId ?? randomUUID(),
    ...(ifMatch === undefined ? {} : { ifMatch }),
  };
});

/** The same for each spelling of a path: case and a slash at the end do not matter. */
function routeOf(request: GuardedRequest): string {
  const { path } = request.route as { readonly path: string };
  return `${request.method} ${path} ${canonicalJson({ ...request.params })}`;
}

/** What no parser took is not passed over, as if nothing had been said. */
function checkWasRead(request: GuardedRequest): void {
  if (request.body !== undefined) return;
  const sent = request.get('Transfer-Encoding') !== undefined || Number(request.get('Content-Length') ?? 0) > 0;
  if (!sent) return;
  const errors = [{ field: 'Content-Type', rule: 'supported', message: 'must be application/json' }];
  const detail = 'Send application/json; a file of evidence may come as multipart/form-data.';
  throw new Problem('unsupported-media-type', 415, 'The type of the body is not supported', detail, { errors });
}

function keyOf(request: GuardedRequest): string {
  const key = request.get('Idempotency-Key');
  if (key === undefined) return randomUUID();
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
  const message = 'must be 1 to 200 visible characters without spaces; a UUID is best';
  throw badRequest([{ field: 'Idempotency-Key', rule: 'visible-characters', message }]);
}

function ifMatchOf(request: GuardedRequest): number | undefined {
  const header = request.get('If-Match');
  if (header === undefined || header === '*') return undefined;
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (version !== undefined) return Number(version);
  throw badRequest([{ field: 'If-Match', rule: 'entity-tag', message: 'must be the ETag that you read, such as "3"' }]);
}
