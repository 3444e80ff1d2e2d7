import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Person } from '@promise/identity';
import type { PartnershipView } from '@promise/partnerships';
import type { Request } from 'express';

/** A request that the guard has looked at. */
export interface GuardedRequest extends Request {
  person?: Person;
  /** The partnership in the path, as it is today. */
  partnership?: PartnershipView;
  /** The token of the browser's cookie, whether or not it still stands for a session. */
  sessionToken?: string;
  /** The person is known by the browser's session, not by a bearer token. */
  bySession?: true;
  correlationId?: string;
}

/** The person who is signed in. Only on routes whose rule asks for a role. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): Person => {
  const { person } = context.switchToHttp().getRequest<GuardedRequest>();
  if (!person) throw new Error('a route that needs a person was reached without one');
  return person;
});
