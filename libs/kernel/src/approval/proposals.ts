import type { RecordedEvent } from '../envelope';
import { type ApprovalEvent, type ChangeProposed, isApprovalType } from './events';

export type Standing = 'waiting' | 'approved' | 'refused' | 'taken-back';

/** A proposal of a stream, and what became of it. */
export interface Proposal {
  readonly id: string;
  readonly content: ChangeProposed['payload'];
  /** The person who proposed it. */
  readonly by: string;
  readonly standing: Standing;
}

const STANDINGS = {
  ChangeApproved: 'approved',
  ChangeRefused: 'refused',
  ChangeTakenBack: 'taken-back',
} as const satisfies Record<Exclude<ApprovalEvent['type'], 'ChangeProposed'>, Standing>;

/** What became of a proposal by an event that settles it. */
export function standingBy(type: Exclude<ApprovalEvent['type'], 'ChangeProposed'>): Standing {
  return STANDINGS[type];
}

/** Whether an event says that something was proposed, approved, refused or taken back. */
export function isApproval(event: RecordedEvent): event is RecordedEvent<ApprovalEvent> {
  return isApprovalType(event.type);
}

/** Every proposal of a stream, in the order in which they were made. */
export function proposalsIn(history: readonly RecordedEvent[]): readonly Proposal[] {
  const proposals = new Map<string, Proposal>();
  for (const event of history.filter(isApproval)) {
    const { id, actor } = event.envelope;
    const { payload } = event;
    if ('events' in payload) proposals.set(id, { id, content: payload, by: actor.id, standing: 'waiting' });
    else settle(proposals, payload.proposal, standingBy(event.type as keyof typeof STANDINGS));
  }
  return [...proposals.values()];
}

function settle(proposals: Map<string, Proposal>, id: string, standing: Standing): void {
  const proposal = proposals.get(id);
  if (proposal) proposals.set(id, { ...proposal, standing });
}
