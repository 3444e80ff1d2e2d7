import type { Day, RecordedEvent } from '@promise/kernel';
import { type MemberRole, type MembershipEvent, membershipEventOf } from './events';

/** A role that somebody has, had or will have, and that nobody has ended. */
export interface Holding {
  readonly person: string;
  readonly role: MemberRole;
  readonly from: Day;
  readonly until: Day | null;
}

/** The roles of a partnership's people, in the order in which they were granted. */
export type Membership = readonly Holding[];

export function foldMembership(history: readonly RecordedEvent<MembershipEvent>[]): Membership {
  return history.map(membershipEventOf).reduce<Membership>(apply, []);
}

/** Whether the role is held on the day, or still to come. */
export function isOpenOn(day: Day, { until }: Pick<Holding, 'until'>): boolean {
  return until === null || until >= day;
}

function apply(membership: Membership, event: MembershipEvent): Membership {
  if (event.type === 'SignInLinkMade') return membership;
  if (event.type === 'RoleEnded') {
    const { person, role } = event.payload;
    return membership.filter((each) => each.person !== person || each.role !== role);
  }
  const { person, role, from, until } = event.payload;
  return [...membership, { person, role, from, until }];
}
