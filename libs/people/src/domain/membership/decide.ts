import { type Day, type Decider, type Fault, isDay, personal, Refusal, refuse } from '@promise/kernel';
import type { EndRole, GrantRole, MembershipCommand } from './commands';
import { MEMBER_ROLES, type MemberRole, type MembershipEvent } from './events';
import { foldMembership, isOpenOn, type Membership } from './state';

const EARLIEST = '2000-01-01';

/** The rules of who has which role in a partnership. */
export const membershipDecider: Decider<Membership, MembershipCommand, MembershipEvent> = {
  fold: foldMembership,
  decide(membership, command, { today }) {
    return command.type === 'GrantRole' ? grant(membership, command, today) : end(membership, command, today);
  },
};

function grant(membership: Membership, command: GrantRole, today: Day): readonly MembershipEvent[] {
  const role = roleOf(command.role);
  const { person, from = today, until = null } = command;
  const faults = [...dayFaults('from', from), ...(until === null ? [] : dayFaults('until', until))];
  if (faults.length > 0) throw new Refusal(...faults);
  if (until !== null && until < from) refuse('until', 'ends-after-it-begins', `${until} lies before ${from}`);
  if (until !== null && until < today) refuse('until', 'not-over-yet', `${until} has passed: nothing would be granted`);
  if (role === 'inspector' && until === null) {
    refuse('until', 'inspector-for-a-time', 'an inspector is let in up to a day: name the last one');
  }
  const held = membership.some((each) => each.person === person && each.role === role && overlaps(each, from, until));
  if (held) refuse('role', 'not-held-already', `this person has the role ${role} at that time already`);
  const reason = command.reason === undefined ? null : personal(command.reason.trim());
  return [
    {
      type: 'RoleGranted',
      schemaVersion: 1,
      effectiveOn: from,
      payload: { person, role, from, until, reason },
    },
  ];
}

function end(membership: Membership, command: EndRole, today: Day): readonly MembershipEvent[] {
  const role = roleOf(command.role);
  const { person } = command;
  if (command.reason.trim() === '') refuse('reason', 'required', 'say why the role ends');
  const open = membership.filter((each) => each.role === role && isOpenOn(today, each));
  if (!open.some((each) => each.person === person)) {
    refuse('role', 'held', `this person does not have the role ${role}`);
  }
  const others = open.filter((each) => each.person !== person && each.from <= today);
  if (role === 'administrator' && others.length === 0) {
    refuse('role', 'last-administrator', 'nobody could let anybody in any more: name another administrator first');
  }
  const payload = { person, role, reason: personal(command.reason.trim()) };
  return [{ type: 'RoleEnded', schemaVersion: 1, effectiveOn: today, payload }];
}

function roleOf(role: string): MemberRole {
  const known = MEMBER_ROLES.find((each) => each === role);
  return known ?? refuse('role', 'one-of', `must be one of ${MEMBER_ROLES.join(', ')}`);
}

function overlaps(held: { readonly from: Day; readonly until: Day | null }, from: Day, until: Day | null): boolean {
  return (held.until === null || held.until >= from) && (until === null || held.from <= until);
}

function dayFaults(field: string, day: string): Fault[] {
  if (!isDay(day)) return [{ field, rule: 'real-day', message: `${day} is not a day of the calendar (YYYY-MM-DD)` }];
  if (day < EARLIEST) return [{ field, rule: 'not-before-2000', message: `${day} lies before ${EARLIEST}` }];
  return [];
}
