import { type Actor, type Day, type DomainEvent, type Personal, type RecordedEvent, refuse } from '@promise/kernel';

/** What a person can be in a partnership. */
export const MEMBER_ROLES = ['worker', 'lead', 'board', 'approver', 'inspector', 'administrator'] as const;

export type MemberRole = (typeof MEMBER_ROLES)[number];

/** @throws Refusal it is no role that a person can have */
export function roleOf(role: string): MemberRole {
  const known = MEMBER_ROLES.find((each) => each === role);
  return known ?? refuse('role', 'one-of', `must be one of ${MEMBER_ROLES.join(', ')}`);
}

/** A person, by an opaque id and never a name, has a role from one day to another. */
export interface Grant {
  readonly person: string;
  readonly role: MemberRole;
  readonly from: Day;
  /** The last day of it; null while no end is set. */
  readonly until: Day | null;
  readonly reason: Personal | null;
}

export interface Ending {
  readonly person: string;
  readonly role: MemberRole;
  readonly reason: Personal;
}

/** Who an event is by that follows from people's groups at a sign-in service, and from no decision of a person here. */
export const SIGN_IN_SERVICE: Actor = { id: '6a4b8f0e-2a53-5c0d-8d1f-3c9c0f2d7b61', role: 'sign-in-service' };

/** Whether what was recorded follows from somebody's groups at a sign-in service. */
export function isByGroups({ envelope }: RecordedEvent): boolean {
  return envelope.actor.id === SIGN_IN_SERVICE.id;
}

/** Somebody was given a new link to choose how to sign in; by it one becomes that person. */
export interface LinkMade {
  readonly person: string;
}

/** All that can happen to the roles of a partnership's people. An ending holds from the moment it is recorded. */
export type MembershipEvent =
  DomainEvent<'RoleGranted', Grant> | DomainEvent<'RoleEnded', Ending> | DomainEvent<'SignInLinkMade', LinkMade>;

export const MEMBERSHIP_EVENT_TYPES: readonly MembershipEvent['type'][] = [
  'RoleGranted',
  'RoleEnded',
  'SignInLinkMade',
];

/** A recorded event as the domain made it, so that a `switch` over its type knows its payload. */
export function membershipEventOf({ type, payload, envelope }: RecordedEvent): MembershipEvent {
  const { schemaVersion, effectiveOn } = envelope;
  return { type, payload, schemaVersion, effectiveOn } as MembershipEvent;
}
