import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Person } from '@promise/identity';
import type { Request } from 'express';

/** A request that the guard has looked at. */
export interface GuardedRequest extends Request {
  person?: Person;
  correlationId?: string;
}

/** The person who is signed in. Only on routes whose rule asks for a role. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): Person => {
  const { person } = context.switchToHttp().getRequest<GuardedRequest>();
  if (!person) throw new Error('a route that needs a person was reached without one');
  return person;
});
