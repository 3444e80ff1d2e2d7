import type { Personal, RecordedEvent } from '@promise/kernel';
import { type PartnershipEvent, partnershipEventOf, type PromisedMilestones, type StartProposal } from './events';
import type { Published } from './pack';

/** What the next reading of the file is compared with; null until the partnership is registered. */
export interface PartnershipState {
  readonly name: Personal;
  readonly publishes: readonly Published[];
  readonly invented: boolean;
  readonly proposal: StartProposal | null;
  readonly promised: PromisedMilestones | null;
  readonly startDecided: boolean;
}

export function foldPartnership(history: readonly RecordedEvent<PartnershipEvent>[]): PartnershipState | null {
  return history.map(partnershipEventOf).reduce<PartnershipState | null>(apply, null);
}

function apply(state: PartnershipState | null, event: PartnershipEvent): PartnershipState | null {
  if (event.type === 'PartnershipRegistered') {
    const { invented = false } = event.payload;
    return { ...event.payload, invented, proposal: null, promised: null, startDecided: false };
  }
  return state && { ...state, ...changeBy(event) };
}

function changeBy(event: Exclude<PartnershipEvent, { type: 'PartnershipRegistered' }>): Partial<PartnershipState> {
  switch (event.type) {
    case 'PartnershipRenamed':
    case 'PublicationChanged':
      return event.payload;
    case 'PromiseStartProposed':
      return { proposal: event.payload };
    case 'PromiseStartProposalRetracted':
      return { proposal: null };
    case 'PromiseStartDecided':
      return { startDecided: true };
    case 'MilestonesPromised':
      return { promised: event.payload };
    case 'MilestonesPromiseRetracted':
      return { promised: null };
  }
}
