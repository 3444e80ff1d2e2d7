import { type Day, type Decider, isDay, personal, refuse } from '@promise/kernel';
import type { EndRole, GrantRole, MembershipCommand } from './commands';
import { type MembershipEvent, roleOf } from './events';
import { matchRoles } from './match-roles';
import { foldMembership, isLastAdministrator, isOpenOn, type Membership } from './state';

const EARLIEST = '2000-01-01';

/** The rules of who has which role in a partnership. */
export const membershipDecider: Decider<Membership, MembershipCommand, MembershipEvent> = {
  fold: foldMembership,
  decide(membership, command, { today }) {
    switch (command.type) {
      case 'GrantRole':
        return grant(membership, command, today);
      case 'EndRole':
        return end(membership, command, today);
      case 'MatchRoles':
        return matchRoles(membership, command, today);
      case 'MakeLink':
        return link(membership, command.person, today);
    }
  },
};

function grant(membership: Membership, command: GrantRole, today: Day): readonly MembershipEvent[] {
  const role = roleOf(command.role);
  const { person, from = today, until = null } = command;
  if (until !== null) checkTime(from, until, today);
  else if (role === 'inspector') {
    refuse('until', 'inspector-for-a-time', 'an inspector is let in up to a day: name the last one');
  }
  checkDay('from', from);
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
  if (role === 'administrator' && isLastAdministrator(membership, person, today)) {
    refuse('role', 'last-administrator', 'nobody could let anybody in any more: name another administrator first');
  }
  const payload = { person, role, reason: personal(command.reason.trim()) };
  return [{ type: 'RoleEnded', schemaVersion: 1, effectiveOn: today, payload }];
}

function link(membership: Membership, person: string, today: Day): readonly MembershipEvent[] {
  const isHere = membership.some((each) => each.person === person && isOpenOn(today, each));
  if (!isHere) refuse('person', 'has-a-role', 'this person has no role in this partnership');
  return [{ type: 'SignInLinkMade', schemaVersion: 1, payload: { person } }];
}

function overlaps(held: { readonly from: Day; readonly until: Day | null }, from: Day, until: Day | null): boolean {
  return (held.until === null || held.until >= from) && (until === null || held.from <= until);
}

function checkTime(from: Day, until: Day, today: Day): void {
  checkDay('until', until);
  if (until < from) refuse('until', 'ends-after-it-begins', `${until} lies before ${from}`);
  if (until < today) refuse('until', 'not-over-yet', `${until} has passed: nothing would be granted`);
}

function checkDay(field: string, day: string): void {
  if (!isDay(day)) refuse(field, 'real-day', `${day} is not a day of the calendar (YYYY-MM-DD)`);
  if (day < EARLIEST) refuse(field, 'not-before-2000', `${day} lies before ${EARLIEST}`);
}
