import type { Person, Role } from '@promise/identity';
import type { PartnershipView } from '@promise/partnerships';
import type { Request } from 'express';

/** A request that the guard has looked at. */
export interface GuardedRequest extends Request {
  person?: Person;
  /** The one of the person's roles in which they do what they ask for. */
  actingAs?: Role;
  /** The partnership in the path, as it is today. */
  partnership?: PartnershipView;
  /** The token of the browser's cookie, whether or not it still stands for a session. */
  sessionToken?: string;
  /** The person is known by the browser's session, not by a bearer token. */
  bySession?: true;
  correlationId?: string;
}

/** Who asks, behind a guard that lets in nobody who is not signed in. */
export function personIn({ person }: GuardedRequest): Person {
  if (!person) throw new Error('nobody is signed in where the policy asks for somebody');
  return person;
}
