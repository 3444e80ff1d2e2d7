import { type Day, type RecordedEvent, textOf } from '@promise/kernel';
import { isByGroups, type MemberRole, membershipEventOf } from './events';

const NAMES: Readonly<Record<MemberRole, string>> = {
  worker: 'development worker',
  lead: 'milestone lead',
  board: 'Champions Board member',
  approver: 'board approver',
  inspector: 'inspector',
  administrator: 'administrator',
};

/** One sentence for the trail; a person is their opaque id there. Takes the events of `MEMBERSHIP_EVENT_TYPES` only. */
export function describeMembershipEvent(recorded: RecordedEvent): string {
  const event = membershipEventOf(recorded);
  const { person } = event.payload;
  if (event.type === 'SignInLinkMade') return `Person ${person} was given a new link to choose how to sign in.`;
  const { role } = event.payload;
  if (event.type === 'RoleEnded') {
    return `Person ${person} is no longer ${NAMES[role]}: ${textOf(event.payload.reason)}`;
  }
  const { from, until } = event.payload;
  const why = isByGroups(recorded) ? ', by their group at the sign-in service' : '';
  return `Person ${person} became ${NAMES[role]} ${time(from, until)}${why}.`;
}

function time(from: Day, until: Day | null): string {
  return until === null ? `from ${from}` : `from ${from} to ${until}`;
}
