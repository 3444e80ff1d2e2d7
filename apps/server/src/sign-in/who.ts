import { Injectable } from '@nestjs/common';
import {
  Accounts,
  DemonstrationPeople,
  type KnownPerson,
  type Person,
  Sessions,
  Tokens,
  type Where,
} from '@promise/identity';
import { RoleHoldingsQuery } from '@promise/people';
import { Now } from '../api/conventions/now';
import { Problem } from '../api/conventions/problem';
import type { GuardedRequest } from '../api/conventions/signed-in';
import { isPartnershipId } from './known-partnerships';
import { isLoopback } from './loopback';
import { sessionTokenOf } from './session-cookie';

/** Says who sends a request: by bearer token, or by the session of their browser. */
@Injectable()
export class Who {
  constructor(
    private readonly people: DemonstrationPeople,
    private readonly sessions: Sessions,
    private readonly accounts: Accounts,
    private readonly tokens: Tokens,
    private readonly holdings: RoleHoldingsQuery,
    private readonly now: Now,
  ) {}

  /**
   * Null for nobody. A wrong bearer token is an error, a session that has ended is not.
   * Notes in the request whether the person came by session.
   * @throws Problem 401
   */
  async of(request: GuardedRequest): Promise<Person | null> {
    const header = request.get('Authorization');
    if (header !== undefined) return this.withBearer(header, request);
    const token = sessionTokenOf(request);
    if (token === null) return null;
    request.sessionToken = token;
    const known = await this.sessions.behind(token, this.where(request));
    const person = known && this.personOf(known, request);
    if (person) request.bySession = true;
    return person;
  }

  /** The person with this id, with the roles that they have where the request is about; null for nobody. */
  async personWith(id: string, request: GuardedRequest): Promise<Person | null> {
    const name = (await this.accounts.one(id))?.name ?? null;
    const { partnership, day } = this.where(request);
    const roles = name === null ? [] : await this.holdings.rolesOf(id, partnership, day);
    return this.personOf({ person: id, name, roles }, request);
  }

  private personOf({ person: id, name, roles }: KnownPerson, request: GuardedRequest): Person | null {
    const demonstrated = this.people.withId(id);
    if (demonstrated) return isLoopback(request.socket.remoteAddress) ? demonstrated : null;
    return name === null ? null : { id, roles, name };
  }

  /** In the partnership of the address; where that names none, in any. What can be no id names one where nobody is anything. */
  private where({ params: { partnership } }: GuardedRequest): Where {
    const named = String(partnership);
    const asked = isPartnershipId(named) ? named : '';
    return { partnership: partnership === undefined ? null : asked, day: this.now.today() };
  }

  private async withBearer(header: string, request: GuardedRequest): Promise<Person> {
    const token = /^Bearer ([\w-]{20,200})$/i.exec(header)?.[1] ?? '';
    const person = Tokens.looksLikeOne(token)
      ? await this.withToken(token, request)
      : this.demonstrated(token, request);
    if (!person) throw notSignedIn('This token is not valid here.');
    return person;
  }

  private async withToken(token: string, request: GuardedRequest): Promise<Person | null> {
    const found = await this.tokens.behind(token, this.where(request));
    const person = found && this.personOf(found, request);
    return person && { ...person, byToken: true, ...(found.mayRecord ? {} : { readsOnly: true }) };
  }

  /** Demonstration tokens lie in a file of this machine and are worth nothing from anywhere else. */
  private demonstrated(token: string, request: GuardedRequest): Person | null {
    return isLoopback(request.socket.remoteAddress) ? this.people.withToken(token) : null;
  }
}

export function notSignedIn(detail: string): Problem {
  return new Problem('not-signed-in', 401, 'You are not signed in', detail, {
    headers: { 'WWW-Authenticate': 'Bearer' },
  });
}
