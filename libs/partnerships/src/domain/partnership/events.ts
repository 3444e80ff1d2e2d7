import type { Day, DomainEvent, FoundationOrRights, Personal, RecordedEvent, Timescale } from '@promise/kernel';
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

/** `decided` is there, and true, only where the partnership said so here itself, and no file: no file changes it then. */
export interface Decided {
  readonly decided?: true;
}

/** `invented` is there, and true, only where the partnership is made up to show the tracker. */
export interface Registration extends Decided {
  readonly name: Personal;
  readonly publishes: readonly Published[];
  readonly invented?: true;
}

/** A theme of the partnership's own, and the foundations that it belongs to; `primary` is null where it is not mapped. */
export interface DecidedTheme {
  /** `t1`, for good: the title may change. */
  readonly key: string;
  readonly title: Personal;
  readonly primary: FoundationOrRights | null;
  readonly also: readonly FoundationOrRights[];
  readonly reason: Personal | null;
}

/** How long the accounts of people are kept after their last role here ended. */
export interface Retention {
  readonly accountMonths: number;
  readonly reason: Personal;
}

export interface PromisedMilestones {
  readonly text: Personal;
  readonly citation: CitedPlace;
}

/**
 * All that can happen to a partnership itself. A further proposal takes the place of the one before and does not count
 * once a start is decided; among decided starts the latest in effect counts, then the latest recorded. Each list of
 * themes takes the place of the one before.
 */
export type PartnershipEvent =
  | DomainEvent<'PartnershipRegistered', Registration>
  | DomainEvent<'PartnershipRenamed', Decided & { readonly name: Personal }>
  | DomainEvent<'PublicationChanged', Decided & { readonly publishes: readonly Published[] }>
  | DomainEvent<'PromiseStartProposed', StartProposal>
  | DomainEvent<'PromiseStartProposalRetracted', { readonly timescale: Timescale }>
  | DomainEvent<'PromiseStartDecided', StartDecision>
  | DomainEvent<'MilestonesPromised', PromisedMilestones>
  | DomainEvent<'MilestonesPromiseRetracted', { readonly text: Personal }>
  | DomainEvent<'ThemesDecided', { readonly themes: readonly DecidedTheme[] }>
  | DomainEvent<'RetentionDecided', Retention>;

export const PARTNERSHIP_EVENT_TYPES: readonly PartnershipEvent['type'][] = [
  'PartnershipRegistered',
  'PartnershipRenamed',
  'PublicationChanged',
  'PromiseStartProposed',
  'PromiseStartProposalRetracted',
  'PromiseStartDecided',
  'MilestonesPromised',
  'MilestonesPromiseRetracted',
  'ThemesDecided',
  'RetentionDecided',
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
