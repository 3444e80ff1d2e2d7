import { randomUUID } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Person } from '@promise/identity';
import { badRequest } from './problem';
import type { GuardedRequest } from './signed-in';

/** What a command's request says beside its body. */
export interface CommandRequest {
  readonly partnership: string;
  readonly person: Person;
  /** Method and path: with person and key they make the command id. */
  readonly route: string;
  readonly key: string;
  readonly correlationId: string;
  readonly ifMatch?: number;
}

/** The command's request: who, where, idempotency key, and the version that was read. */
export const FromRequest = createParamDecorator((_: unknown, context: ExecutionContext): CommandRequest => {
  const request = context.switchToHttp().getRequest<GuardedRequest>();
  if (!request.person) throw new Error('a command was reached without a person');
  const ifMatch = ifMatchOf(request);
  return {
    partnership: String(request.params.partnership),
    person: request.person,
    route: `${request.method} ${request.path}`,
    key: keyOf(request),
    correlationId: request.correlationId ?? randomUUID(),
    ...(ifMatch === undefined ? {} : { ifMatch }),
  };
});

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
