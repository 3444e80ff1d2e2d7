import type { Day, DomainEvent, Personal, RecordedEvent, Timescale } from '@promise/kernel';
import type { Published } from './pack';

/** The document by its title and the place in it. */
export interface CitedPlace {
  readonly document: Personal;
  readonly place: Personal;
}

/** A reading of the documents: counts until the partnership decides. */
export interface StartProposal {
  readonly timescale: Timescale;
  readonly reading: 'ours';
  readonly reason: Personal;
  readonly citation: CitedPlace;
}

/** The day that the 5- and 10-year marks count from, as the partnership decided. */
export interface StartDecision {
  readonly timescale: Timescale;
  readonly citation: CitedPlace | null;
  readonly reason: Personal;
  readonly decidedBy: Personal;
  readonly decidedOn: Day;
}

/** `invented` is there, and true, only where the partnership is made up to show the tracker. */
export interface Registration {
  readonly name: Personal;
  readonly publishes: readonly Published[];
  readonly invented?: true;
}

export interface PromisedMilestones {
  readonly text: Personal;
  readonly citation: CitedPlace;
}

/**
 * All that can happen to a partnership itself. A further proposal takes the place of the one before and does not count
 * once a start is decided; among decided starts the latest in effect counts, then the latest recorded.
 */
export type PartnershipEvent =
  | DomainEvent<'PartnershipRegistered', Registration>
  | DomainEvent<'PartnershipRenamed', { readonly name: Personal }>
  | DomainEvent<'PublicationChanged', { readonly publishes: readonly Published[] }>
  | DomainEvent<'PromiseStartProposed', StartProposal>
  | DomainEvent<'PromiseStartProposalRetracted', { readonly timescale: Timescale }>
  | DomainEvent<'PromiseStartDecided', StartDecision>
  | DomainEvent<'MilestonesPromised', PromisedMilestones>
  | DomainEvent<'MilestonesPromiseRetracted', { readonly text: Personal }>;

export const PARTNERSHIP_EVENT_TYPES: readonly PartnershipEvent['type'][] = [
  'PartnershipRegistered',
  'PartnershipRenamed',
  'PublicationChanged',
  'PromiseStartProposed',
  'PromiseStartProposalRetracted',
  'PromiseStartDecided',
  'MilestonesPromised',
  'MilestonesPromiseRetracted',
];

/** A recorded event as the domain made it, so that a `switch` over its type knows its payload. */
export function partnershipEventOf(recorded: RecordedEvent): PartnershipEvent {
  const { type, payload, envelope } = recorded;
  return {
    type,
    payload,
    schemaVersion: envelope.schemaVersion,
    effectiveOn: envelope.effectiveOn,
  } as PartnershipEvent;
}
