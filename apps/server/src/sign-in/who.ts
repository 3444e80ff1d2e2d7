import { Injectable } from '@nestjs/common';
import { Accounts, DemonstrationPeople, type Person, type Role, Sessions, Tokens } from '@promise/identity';
import { RoleHoldingsQuery } from '@promise/people';
import { Now } from '../api/conventions/now';
import { Problem } from '../api/conventions/problem';
import type { GuardedRequest } from '../api/conventions/signed-in';
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
    const id = await this.sessions.personWith(token);
    const person = id === null ? null : await this.personWith(id, request);
    if (person) request.bySession = true;
    return person;
  }

  /** The person with this id, with the roles that they have where the request is about; null for nobody. */
  async personWith(id: string, request: GuardedRequest): Promise<Person | null> {
    const demonstrated = this.people.withId(id);
    if (demonstrated) return isLoopback(request.socket.remoteAddress) ? demonstrated : null;
    const account = await this.accounts.one(id);
    return account && { id, roles: await this.rolesOf(id, request), name: account.name };
  }

  /** In the partnership of the address; where that names none, in any. */
  private rolesOf(id: string, request: GuardedRequest): Promise<Role[]> {
    const { partnership } = request.params;
    return this.holdings.rolesOf(id, partnership === undefined ? null : String(partnership), this.now.today());
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
    const found = await this.tokens.behind(token);
    const person = found && (await this.personWith(found.person, request));
    return found?.mayRecord === false && person ? { ...person, readsOnly: true } : person;
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
