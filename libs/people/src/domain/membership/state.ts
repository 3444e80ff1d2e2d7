import { type Day, isAnyStreamType, type RecordedEvent } from '@promise/kernel';
import { isByGroups, type MemberRole, type MembershipEvent, membershipEventOf } from './events';

/** A role that somebody has, had or will have, and that nobody has ended. */
export interface Holding {
  readonly person: string;
  readonly role: MemberRole;
  readonly from: Day;
  readonly until: Day | null;
  /** Granted for their groups at a sign-in service, not by somebody's hand. */
  readonly byGroups: boolean;
}

/** The roles of a partnership's people, in the order in which they were granted. */
export type Membership = readonly Holding[];

export function foldMembership(history: readonly RecordedEvent<MembershipEvent>[]): Membership {
  return history.filter(({ type }) => !isAnyStreamType(type)).reduce<Membership>(apply, []);
}

/** Whether nobody else is an administrator on the day. */
export function isLastAdministrator(membership: Membership, person: string, day: Day): boolean {
  const others = membership.filter((each) => each.role === 'administrator' && each.person !== person);
  return !others.some((each) => isOpenOn(day, each) && each.from <= day);
}

/** Whether the role is held on the day, or still to come. */
export function isOpenOn(day: Day, { until }: Pick<Holding, 'until'>): boolean {
  return until === null || until >= day;
}

function apply(membership: Membership, recorded: RecordedEvent): Membership {
  const event: MembershipEvent = membershipEventOf(recorded);
  const byGroups = isByGroups(recorded);
  if (event.type === 'SignInLinkMade') return membership;
  if (event.type === 'RoleEnded') {
    const { person, role } = event.payload;
    // What groups take away is what they gave; by hand everything ends.
    return membership.filter((each) => each.person !== person || each.role !== role || (byGroups && !each.byGroups));
  }
  const { person, role, from, until } = event.payload;
  return [...membership, { person, role, from, until, byGroups }];
}
