import { type Day, textOf } from '@promise/kernel';
import type { CitedPlace } from '../../domain/partnership/events';
import type { DatedPartnershipEvent } from './partnership-fact.entity';
import type { CitationView, PromiseStartView } from './shapes';

type Of<Type extends DatedPartnershipEvent['type']> = Extract<DatedPartnershipEvent, { type: Type }>;
type Start = Of<'PromiseStartProposed' | 'PromiseStartDecided'>;

/** The start that counts on a day, and every other one that ever counted for a day up to it. */
export function startsOn(
  day: Day,
  events: readonly DatedPartnershipEvent[],
): { readonly promiseStart: PromiseStartView | null; readonly earlierStarts: readonly PromiseStartView[] } {
  const everCounted = startsThatEverCounted(events).filter(({ effectiveOn }) => effectiveOn <= day);
  const counts =
    latestInEffect(everCounted.filter(({ type }) => type === 'PromiseStartDecided')) ?? proposalOn(day, events);
  return {
    promiseStart: counts ? startView(counts) : null,
    earlierStarts: everCounted.filter((start) => start !== counts).map(startView),
  };
}

/** Once the partnership has decided, no further proposal counts. */
function startsThatEverCounted(events: readonly DatedPartnershipEvent[]): Start[] {
  const decided = events.findIndex(({ type }) => type === 'PromiseStartDecided');
  return events.filter(
    (event, n): event is Start =>
      event.type === 'PromiseStartDecided' || (event.type === 'PromiseStartProposed' && (decided < 0 || n < decided)),
  );
}

/** The last reading of the documents that counted, unless it was taken back. */
function proposalOn(day: Day, events: readonly DatedPartnershipEvent[]): Start | undefined {
  const takenBack = events.findLastIndex(({ type }) => type === 'PromiseStartProposalRetracted');
  let inForce: Start[] = [];
  for (const proposal of startsThatEverCounted(events)) {
    if (proposal.type !== 'PromiseStartProposed' || events.indexOf(proposal) < takenBack) continue;
    inForce = [...inForce.filter(({ effectiveOn }) => effectiveOn < proposal.effectiveOn), proposal];
  }
  return inForce.findLast(({ effectiveOn }) => effectiveOn <= day);
}

/** Among equals the one that was recorded last. */
export function latestInEffect<Event extends DatedPartnershipEvent>(events: readonly Event[]): Event | undefined {
  return events.reduce<Event | undefined>(
    (latest, event) => (latest && latest.effectiveOn > event.effectiveOn ? latest : event),
    undefined,
  );
}

export function citationView({ document, place }: CitedPlace): CitationView {
  return { document: textOf(document), place: textOf(place) };
}

function startView({ type, payload, effectiveOn, recordedAt }: Start): PromiseStartView {
  const decision = 'decidedBy' in payload ? payload : null;
  return {
    timescale: payload.timescale,
    standing: type === 'PromiseStartDecided' ? 'decided' : 'our-reading',
    reason: textOf(payload.reason),
    decidedBy: decision ? textOf(decision.decidedBy) : null,
    decidedOn: decision?.decidedOn ?? null,
    citation: payload.citation ? citationView(payload.citation) : null,
    effectiveOn,
    recordedAt,
  };
}
