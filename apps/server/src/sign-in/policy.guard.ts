import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Action, DemonstrationPeople, mayDo, mayDoUnsigned, type Person } from '@promise/identity';
import { PartnershipsQuery } from '@promise/partnerships';
import { CLOCK, type Clock, londonDay } from '@promise/kernel';
import { notFound, Problem } from '../api/conventions/problem';
import type { GuardedRequest } from '../api/conventions/signed-in';
import { ACTION } from './action';

/** Lets through what the policy table allows, and nothing else. */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly people: DemonstrationPeople,
    private readonly partnerships: PartnershipsQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const action = this.reflector.getAllAndOverride<Action | undefined>(ACTION, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!action) throw notAllowed('Nobody may do this: it does not stand in the policy table.');
    if (mayDoUnsigned(action, [])) return true;
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    const person = this.personOf(request);
    const partnership = await this.partnership(request);
    if (!person) return this.unsigned(action, partnership?.publishes ?? []);
    if (!mayDo(action, person.role)) throw notAllowed(`Your role (${person.role}) does not allow this.`);
    if (!partnership) throw notFound(`There is no partnership ${String(request.params.partnership)} here.`);
    request.person = person;
    return true;
  }

  private unsigned(action: Action, published: readonly string[]): boolean {
    if (mayDoUnsigned(action, published)) return true;
    throw notSignedIn('Sign in first: send Authorization: Bearer with a token.');
  }

  private personOf(request: GuardedRequest): Person | null {
    const header = request.get('Authorization');
    if (header === undefined) return null;
    const token = /^Bearer ([\w-]{20,200})$/i.exec(header)?.[1];
    const person = token === undefined ? null : this.people.withToken(token);
    // Demonstration tokens lie in a file of this machine and are worth nothing from anywhere else.
    if (!person || !isLoopback(request.socket.remoteAddress)) throw notSignedIn('This token is not valid here.');
    return person;
  }

  private async partnership(request: GuardedRequest): Promise<{ publishes: readonly string[] } | null> {
    const now = this.clock.now();
    return this.partnerships.one(String(request.params.partnership), { asAt: londonDay(now), knownAt: now });
  }
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);
}

function notSignedIn(detail: string): Problem {
  return new Problem('not-signed-in', 401, 'You are not signed in', detail, {
    headers: { 'WWW-Authenticate': 'Bearer' },
  });
}

function notAllowed(detail: string): Problem {
  return new Problem('not-allowed', 403, 'You may not do this', detail);
}
