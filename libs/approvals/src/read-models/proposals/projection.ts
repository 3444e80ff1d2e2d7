import { APPROVAL_EVENT_TYPES, type ChangeProposed, isApproval, type RecordedEvent, standingBy } from '@promise/kernel';
import type { Projection } from '@promise/projections';
import type { EntityManager } from 'typeorm';
import { ProposalRow, type SettledBy } from './row.entity';

/** What waits for a second person, and what became of what waited. */
export const proposalsProjection: Projection = {
  version: 1,
  entities: [ProposalRow],
  handles: APPROVAL_EVENT_TYPES,
  async apply(events, manager) {
    for (const event of events.filter(isApproval)) {
      if (event.type === 'ChangeProposed') await propose(event as RecordedEvent<ChangeProposed>, manager);
      else await settle(event as SettledBy, manager);
    }
  },
};

async function propose(event: RecordedEvent<ChangeProposed>, manager: EntityManager): Promise<void> {
  const { id, partnership, stream } = event.envelope;
  const last = await manager.maximum(ProposalRow, 'number', { partnership });
  await manager.insert(ProposalRow, {
    ...{ partnership, id, stream, change: event.payload.change, number: (last ?? 0) + 1 },
    ...{ standing: 'waiting', proposed: event as never, settled: null },
  });
}

async function settle(event: SettledBy, manager: EntityManager): Promise<void> {
  const { partnership } = event.envelope;
  const found = { partnership, id: event.payload.proposal };
  await manager.update(ProposalRow, found, { standing: standingBy(event.type), settled: event });
}
