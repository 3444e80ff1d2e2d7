import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Action, mayDo, mayDoByToken, mayDoUnsigned, type Person, type Role, roleFor } from '@promise/identity';
import type { PartnershipView } from '@promise/partnerships';
import { notFound, Problem } from '../api/conventions/problem';
import type { GuardedRequest } from '../api/conventions/signed-in';
import { SecurityLog } from '../logging/security-log';
import { ACTION } from './action';
import { Beginnings } from './beginnings';
import { ForgeryCheck } from './forgery-check';
import { isPage, onlyReads } from './is-page';
import { KnownPartnerships } from './known-partnerships';
import { RateLimiter } from './rate-limiter';
import { notSignedIn, Who } from './who';

/** Lets through what the policy table allows, and nothing else. */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly who: Who,
    private readonly forgery: ForgeryCheck,
    private readonly partnerships: KnownPartnerships,
    private readonly security: SecurityLog,
    private readonly limiter: RateLimiter,
    private readonly beginnings: Beginnings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const action = this.reflector.getAllAndOverride<Action | undefined>(ACTION, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!action) throw notAllowed('Nobody may do this: it does not stand in the policy table.');
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    // Pages show who is signed in even where nobody needs to be.
    if (!isPage(request) && mayDoUnsigned(action, [])) {
      await this.limiter.count(action, request);
      return true;
    }
    await this.identify(action, request);
    if (!request.person) await this.forgery.readWords(context);
    try {
      this.allow(action, request);
      await this.checkIsHere(action, request);
      await this.forgery.check(context);
    } catch (error) {
      if (isRefusal(error)) await this.security.note('access-refused', request, { action, kind: error.document.type });
      throw error;
    }
    return true;
  }

  private async identify(action: Action, request: GuardedRequest): Promise<void> {
    try {
      const person = await this.who.of(request);
      if (person) request.person = person;
    } finally {
      // Whoever sends one wrong token after the other is counted, too.
      await this.limiter.count(action, request);
    }
    const partnership = await this.partnership(request);
    if (partnership) request.partnership = partnership;
  }

  private allow(action: Action, request: GuardedRequest): void {
    const { person, partnership } = request;
    const role = person && roleFor(action, person.roles);
    if (role) request.actingAs = role;
    if (!mayDoUnsigned(action, partnership?.publishes ?? [])) refuseUnlessAllowed(action, person);
    if (person?.byToken && !mayDoByToken(action)) throw notAllowed('A program may not do this: sign in yourself.');
    if (person?.readsOnly && !onlyReads(request)) throw notAllowed('This token may read and not record.');
  }

  /** One that is not registered yet is there for those alone who may begin it. */
  private async checkIsHere(action: Action, { person, partnership, params }: GuardedRequest): Promise<void> {
    if (params.partnership === undefined || partnership) return;
    const id = String(params.partnership);
    if (person && (await this.beginnings.mayDo(action, person.id, id))) return;
    throw notFound(`There is no partnership ${id} here.`, 'partnership');
  }

  private async partnership(request: GuardedRequest): Promise<PartnershipView | null> {
    const { partnership } = request.params;
    if (partnership === undefined) return null;
    return this.partnerships.one(String(partnership));
  }
}

function refuseUnlessAllowed(action: Action, person: Person | undefined): void {
  if (!person) throw notSignedIn('Sign in first: send Authorization: Bearer with a token.');
  if (!mayDo(action, person.roles)) throw notAllowed(whyNot(person.roles));
}

function whyNot(roles: readonly Role[]): string {
  if (roles.length === 0) return 'You have no role in this partnership.';
  return `Your role (${roles.join(', ')}) does not allow this.`;
}

function isRefusal(error: unknown): error is Problem {
  return error instanceof Problem && error.document.status === 403;
}

function notAllowed(detail: string): Problem {
  return new Problem('not-allowed', 403, 'You may not do this', detail);
}
