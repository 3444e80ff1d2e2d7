import { isAnyStreamType, type Personal, type RecordedEvent, type Timescale } from '@promise/kernel';
import {
  type DecidedTheme,
  type PartnershipEvent,
  partnershipEventOf,
  type PromisedMilestones,
  type Registration,
  type StartProposal,
} from './events';
import type { Published } from './pack';

/** What the next reading of the file is compared with; null until the partnership is registered. */
export interface PartnershipState {
  readonly name: Personal;
  readonly publishes: readonly Published[];
  readonly invented: boolean;
  readonly proposal: StartProposal | null;
  readonly promised: PromisedMilestones | null;
  /** Every start that was read out of the documents, also those that were read anew or taken back since. */
  readonly startsRead: readonly Timescale[];
  /** Every start that the partnership decided, in the order in which they were recorded. */
  readonly decidedStarts: readonly Timescale[];
  /** What the partnership said here itself, so that no file changes it. */
  readonly nameDecided: boolean;
  readonly publicationDecided: boolean;
  readonly themes: readonly DecidedTheme[];
  /** How many themes there ever were. */
  readonly themesEver: number;
  readonly accountMonths: number | null;
}

export function foldPartnership(history: readonly RecordedEvent<PartnershipEvent>[]): PartnershipState | null {
  return history
    .filter(({ type }) => !isAnyStreamType(type))
    .map(partnershipEventOf)
    .reduce<PartnershipState | null>(apply, null);
}

function apply(state: PartnershipState | null, event: PartnershipEvent): PartnershipState | null {
  if (event.type === 'PartnershipRegistered') {
    return registered(event.payload);
  }
  return state && { ...state, ...changeBy(event, state) };
}

function registered({ name, publishes, ...said }: Registration): PartnershipState {
  const [invented, decided] = [said.invented === true, said.decided === true];
  return {
    name,
    publishes,
    invented,
    proposal: null,
    promised: null,
    startsRead: [],
    decidedStarts: [],
    nameDecided: decided,
    publicationDecided: decided,
    themes: [],
    themesEver: 0,
    accountMonths: null,
  };
}

function changeBy(
  event: Exclude<PartnershipEvent, { type: 'PartnershipRegistered' }>,
  state: PartnershipState,
): Partial<PartnershipState> {
  switch (event.type) {
    case 'PartnershipRenamed':
      return { name: event.payload.name, nameDecided: event.payload.decided ?? state.nameDecided };
    case 'PublicationChanged':
      return {
        publishes: event.payload.publishes,
        publicationDecided: event.payload.decided ?? state.publicationDecided,
      };
    case 'PromiseStartProposed':
      return { proposal: event.payload, startsRead: [...state.startsRead, event.payload.timescale] };
    case 'PromiseStartProposalRetracted':
      return { proposal: null };
    case 'PromiseStartDecided':
      return { decidedStarts: [...state.decidedStarts, event.payload.timescale] };
    case 'MilestonesPromised':
      return { promised: event.payload };
    case 'MilestonesPromiseRetracted':
      return { promised: null };
    case 'ThemesDecided':
      return { themes: event.payload.themes, themesEver: themesEver(state, event.payload.themes) };
    case 'RetentionDecided':
      return { accountMonths: event.payload.accountMonths };
  }
}

function themesEver(state: PartnershipState, themes: readonly DecidedTheme[]): number {
  return Math.max(state.themesEver, ...themes.map(({ key }) => Number(key.slice(1))));
}
