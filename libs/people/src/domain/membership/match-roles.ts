import { addDays, type Day, personal, refuse } from '@promise/kernel';
import type { MatchRoles, WantedRole } from './commands';
import { type MemberRole, type MembershipEvent, roleOf } from './events';
import { type Holding, isLastAdministrator, isOpenOn, type Membership } from './state';

/** Stands in the trail, and names no group: what groups are called may say more of a person than their role. */
const REASON = 'They are no longer in the group that stands for this role at the sign-in service.';

/**
 * Grants what somebody's groups stand for and they do not hold today, and ends what was granted for groups alone and
 * is wanted no more. The last administrator stays, as everywhere.
 */
export function matchRoles(
  membership: Membership,
  { person, wanted }: MatchRoles,
  today: Day,
): readonly MembershipEvent[] {
  const own = membership.filter((each) => each.person === person && isOpenOn(today, each));
  const roles = new Set(wanted.map(({ role }) => roleOf(role)));
  const gone = own.filter((each) => each.byGroups && !roles.has(each.role));
  const ending = [...new Set(gone.map(({ role }) => role))].filter(
    (role) => role !== 'administrator' || !isLastAdministrator(membership, person, today),
  );
  return [
    ...wanted.flatMap((each) => granting(own, person, each, today)),
    ...ending.map((role) => ended(person, role, today)),
  ];
}

function granting(own: readonly Holding[], person: string, wanted: WantedRole, today: Day): MembershipEvent[] {
  const role = roleOf(wanted.role);
  if (role === 'inspector' && wanted.days === undefined) {
    refuse('days', 'inspector-for-a-time', 'an inspector is let in up to a day: say for how many days');
  }
  const held = own.filter((each) => each.role === role);
  if (held.some((each) => each.from <= today)) return [];
  const until = earliest([
    ...(wanted.days === undefined ? [] : [addDays(today, wanted.days - 1)]),
    // By hand it begins later: until the day before.
    ...held.map(({ from }) => addDays(from, -1)),
  ]);
  const payload = { person, role, from: today, until, reason: null };
  return [{ type: 'RoleGranted', schemaVersion: 1, effectiveOn: today, payload }];
}

function ended(person: string, role: MemberRole, today: Day): MembershipEvent {
  const payload = { person, role, reason: personal(REASON) };
  return { type: 'RoleEnded', schemaVersion: 1, effectiveOn: today, payload };
}

function earliest(days: readonly Day[]): Day | null {
  return [...days].sort()[0] ?? null;
}
