import { Injectable } from '@nestjs/common';
import { DemonstrationPeople, type Person, Sessions } from '@promise/identity';
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
    const person = await this.sessions.personWith(token);
    if (!person || !this.isStillHere(person, request)) return null;
    request.bySession = true;
    return person;
  }

  private withBearer(header: string, request: GuardedRequest): Person {
    const token = /^Bearer ([\w-]{20,200})$/i.exec(header)?.[1];
    const person = token === undefined ? null : this.people.withToken(token);
    if (!person || !this.isStillHere(person, request)) throw notSignedIn('This token is not valid here.');
    return person;
  }

  /** Demonstration tokens lie in a file of this machine and are worth nothing from anywhere else. */
  private isStillHere(person: Person, request: GuardedRequest): boolean {
    return this.people.inRole(person.role)?.id === person.id && isLoopback(request.socket.remoteAddress);
  }
}

export function notSignedIn(detail: string): Problem {
  return new Problem('not-signed-in', 401, 'You are not signed in', detail, {
    headers: { 'WWW-Authenticate': 'Bearer' },
  });
}
