import { type Day, type Fault, isDay, personal, Refusal, type Timescale } from '@promise/kernel';
import type { PartnershipEvent, PromisedMilestones, StartProposal } from './events';
import type { PartnershipPack } from './pack';
import { cited, readStart } from './promise-start';
import { sameReading } from './same-reading';
import type { PartnershipState } from './state';

/**
 * What the file changes against what was last imported. What it says of a start or of milestones is effective from the
 * first day of the document's date; a new name or publication from the day of the command. A name or publication that
 * the partnership decided here itself stays as it is.
 * @throws Refusal when the file cannot be read
 */
export function importPack(state: PartnershipState | null, pack: PartnershipPack): readonly PartnershipEvent[] {
  const faults: Fault[] = [];
  const effectiveOn = firstDayOf(pack.document.date, faults);
  const start = pack.promiseStart;
  const timescale = start ? readStart(start.timescale, 'promiseStart.timescale', faults) : null;
  if (pack.name.trim() === '') faults.push({ field: 'name', rule: 'required', message: 'name the partnership' });
  if (state && state.invented !== (pack.invented ?? false)) faults.push(inventedFault(state));
  if (faults.length > 0) throw new Refusal(...faults);
  return [
    ...identityEvents(state, pack),
    ...proposalEvents(state?.proposal ?? null, timescale && proposalOf(pack, timescale), effectiveOn),
    ...promiseEvents(state?.promised ?? null, promisedOf(pack), effectiveOn),
  ];
}

function identityEvents(state: PartnershipState | null, pack: PartnershipPack): PartnershipEvent[] {
  const name = personal(pack.name.trim());
  const publishes = [...new Set(pack.publishes)].sort();
  if (!state) {
    const payload = { name, publishes, ...(pack.invented === true ? { invented: true as const } : {}) };
    return [{ type: 'PartnershipRegistered', schemaVersion: 1, payload }];
  }
  const events: PartnershipEvent[] = [];
  if (!state.nameDecided && !sameReading(state.name, name))
    events.push({ type: 'PartnershipRenamed', schemaVersion: 1, payload: { name } });
  if (!state.publicationDecided && !sameReading(state.publishes, publishes)) {
    events.push({ type: 'PublicationChanged', schemaVersion: 1, payload: { publishes } });
  }
  return events;
}

/** What is made up never passes for real, nor the other way round: that is said once, by the first event. */
function inventedFault({ invented }: PartnershipState): Fault {
  const message = `this partnership was registered as ${invented ? 'invented' : 'real'}, and that never changes`;
  return { field: 'invented', rule: 'invented-from-the-first', message };
}

function proposalEvents(before: StartProposal | null, now: StartProposal | null, effectiveOn: Day): PartnershipEvent[] {
  if (now) {
    const event = { type: 'PromiseStartProposed', schemaVersion: 1, payload: now, effectiveOn } as const;
    return before && sameReading(before, now) ? [] : [event];
  }
  if (!before) return [];
  const payload = { timescale: before.timescale };
  return [{ type: 'PromiseStartProposalRetracted', schemaVersion: 1, payload, effectiveOn }];
}

function promiseEvents(
  before: PromisedMilestones | null,
  now: PromisedMilestones | null,
  effectiveOn: Day,
): PartnershipEvent[] {
  if (now) {
    const event = { type: 'MilestonesPromised', schemaVersion: 1, payload: now, effectiveOn } as const;
    return before && sameReading(before, now) ? [] : [event];
  }
  if (!before) return [];
  return [{ type: 'MilestonesPromiseRetracted', schemaVersion: 1, payload: { text: before.text }, effectiveOn }];
}

function proposalOf({ promiseStart }: PartnershipPack, timescale: Timescale): StartProposal | null {
  if (!promiseStart) return null;
  const { reading, reason, citation } = promiseStart;
  return { timescale, reading, reason: personal(reason), citation: cited(citation) };
}

function promisedOf({ milestonesPromised }: PartnershipPack): PromisedMilestones | null {
  if (!milestonesPromised) return null;
  return { text: personal(milestonesPromised.text), citation: cited(milestonesPromised.citation) };
}

function firstDayOf(date: string, faults: Fault[]): Day {
  const day = `${date}-01-01`.slice(0, 10);
  if (isDay(day)) return day;
  const message = `${date} is not a year, a month or a day (2019, 2021-06, 2021-06-30)`;
  faults.push({ field: 'document.date', rule: 'document-date', message });
  return day;
}
