import type { Projection } from '@promise/projections';
import { isByGroups, MEMBERSHIP_EVENT_TYPES, membershipEventOf } from '../../domain/membership/events';
import { RoleEndRow } from './role-end.entity';
import { RoleHoldingRow } from './row.entity';

const KEY = ['partnership', 'person', 'role'];

/** Who has which role, by the events that granted and ended them. */
export const roleHoldingsProjection: Projection = {
  version: 3,
  entities: [RoleHoldingRow, RoleEndRow],
  handles: MEMBERSHIP_EVENT_TYPES,
  async apply(events, manager) {
    const known = new Set<string>(MEMBERSHIP_EVENT_TYPES);
    for (const recorded of events.filter(({ type }) => known.has(type))) {
      const event = membershipEventOf(recorded);
      const { partnership, effectiveOn } = recorded.envelope;
      if (event.type === 'SignInLinkMade') continue;
      const { person, role } = event.payload;
      const byGroups = isByGroups(recorded);
      if (event.type === 'RoleEnded') {
        await manager.delete(RoleHoldingRow, { partnership, person, role, ...(byGroups ? { byGroups } : {}) });
        await manager.upsert(RoleEndRow, { partnership, person, role, on: effectiveOn }, KEY);
      } else {
        const { from, until } = event.payload;
        await manager.insert(RoleHoldingRow, { partnership, person, role, from, until, byGroups });
      }
    }
  },
};
