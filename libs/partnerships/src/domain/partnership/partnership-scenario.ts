import { type DecisionContext, type RecordedEvent, Refusal } from '@promise/kernel';
import type { DecidePromiseStart, PartnershipCommand } from './commands';
import { partnershipDecider } from './decide';
import type { PartnershipEvent } from './events';
import type { PartnershipPack } from './pack';

const citation = { document: 'The plan', place: 'Introduction' };

/** A partnership that proposes a start and promised milestones. */
export const pack: PartnershipPack = {
  partnership: 'north-lanarkshire',
  name: 'The partnership',
  publishes: ['timeline', 'plans'],
  promiseStart: { timescale: 'March 2021', reading: 'ours', reason: 'The workers came then.', citation },
  milestonesPromised: { text: 'It said it would name milestones', citation },
  document: { title: 'The plan', date: '2021' },
};

export const decision: DecidePromiseStart = {
  type: 'DecidePromiseStart',
  timescale: 'February 2020',
  reason: 'The Promise was published then.',
  decidedBy: 'Partnership Board',
  decidedOn: '2026-03-30',
};

const context: DecisionContext = {
  today: '2026-03-31',
  now: '2026-03-31T10:00:00.000Z',
  effectiveOn: '2026-03-31',
  actor: { id: '00000000-0000-4000-8000-00000000000a', role: 'worker' },
  commandId: '00000000-0000-4000-8000-000000000000',
  eventId: String,
};

export function importing(changes: Partial<PartnershipPack> = {}): PartnershipCommand {
  return { type: 'ImportPartnership', pack: { ...pack, ...changes } };
}

/** The file without some of its members. */
export function packWithout(...members: readonly (keyof PartnershipPack)[]): PartnershipPack {
  const left = Object.entries(pack).filter(([member]) => !(members as readonly string[]).includes(member));
  return Object.fromEntries(left) as unknown as PartnershipPack;
}

/** What a command leads to after a history. */
export function when(
  history: readonly RecordedEvent<PartnershipEvent>[],
  command: PartnershipCommand,
): readonly PartnershipEvent[] {
  return partnershipDecider.decide(partnershipDecider.fold(history), command, context);
}

/** The events of commands, one command a day from 1 March 2026, each effective on that day unless it says otherwise. */
export function given(...commands: readonly PartnershipCommand[]): RecordedEvent<PartnershipEvent>[] {
  const history: RecordedEvent<PartnershipEvent>[] = [];
  commands.forEach((command, n) => {
    const events = when(history, command);
    history.push(...events.map((event, place) => recorded(event, n + 1, history.length + place)));
  });
  return history;
}

/** The field and rule of every fault that something is refused for; empty when it is not refused. */
export function faultsOf(act: () => unknown): string[] {
  try {
    act();
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.faults.map(({ field, rule }) => `${field}: ${rule}`);
  }
}

function recorded(event: PartnershipEvent, day: number, version: number): RecordedEvent<PartnershipEvent> {
  const on = `2026-03-0${day}`;
  return {
    type: event.type,
    payload: event.payload,
    version,
    position: String(version),
    envelope: {
      id: String(version),
      type: event.type,
      schemaVersion: event.schemaVersion,
      partnership: 'north-lanarkshire',
      stream: 'north-lanarkshire/partnership/north-lanarkshire',
      recordedAt: `${on}T10:00:00.000Z`,
      effectiveOn: event.effectiveOn ?? on,
      basis: { kind: 'recorded' },
      actor: { id: 'operator', role: 'operator' },
      commandId: on,
      causationId: on,
      correlationId: on,
    },
  };
}
