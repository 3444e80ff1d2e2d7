import { type DecisionContext, type RecordedEvent, Refusal } from '@promise/kernel';
import type { PlanCommand } from './commands';
import { planDecider } from './decide';
import type { PlanEvent } from './events';
import type { PlanFile, PlanPriority, PlanStep } from './plan-file';

const citation = { document: 'The plan', place: 'Row 1' };

export const voicePriority: PlanPriority = {
  key: 'be-heard',
  number: '7',
  title: 'Be heard',
  theme: 'listening',
  foundation: { primary: 'voice', also: ['care'], by: 'ours', reason: 'It is about being heard.' },
  measures: [{ key: 'heard', text: 'More say they are heard', citation }],
  citation,
  inForceFrom: '2019-04-01',
};

export const reviewStep: PlanStep = {
  key: 'review',
  priority: 'be-heard',
  title: 'Review the tools',
  leads: ['TNT', 'Chair LACYPG'],
  timescale: 'August 2019',
  citation,
  inForceFrom: '2019-04-01',
};

/** A small plan of two steps below one priority. */
export const planFile: PlanFile = {
  kind: 'plan',
  key: 'improvement-plan',
  partnership: 'north-lanarkshire',
  title: 'Improvement plan',
  planKind: 'corporate-parenting-plan',
  period: '2019-2022',
  document: { title: 'The plan', publisher: 'The partnership', date: '2019', dateReason: 'As printed.' },
  citation,
  inForceFrom: '2019-04-01',
  themes: [{ key: 'listening', title: 'Listening', citation }],
  priorities: [voicePriority],
  steps: [reviewStep, { ...reviewStep, key: 'agree', title: 'Agree the tools', timescale: 'April 2020 onwards' }],
};

export const context: DecisionContext = {
  today: '2026-03-31',
  now: '2026-03-31T10:00:00.000Z',
  effectiveOn: '2026-03-31',
  actor: { id: '00000000-0000-4000-8000-00000000000a', role: 'worker' },
  commandId: '00000000-0000-4000-8000-000000000000',
  eventId: String,
};

/** Events as they would stand in the log, one second apart. */
export function recorded(
  events: readonly PlanEvent[],
  from = '2026-03-31T10:00:00.000Z',
  first = 0,
): RecordedEvent<PlanEvent>[] {
  return events.map((event, n) => ({
    type: event.type,
    payload: event.payload,
    version: first + n,
    position: String(first + n),
    envelope: {
      id: `${event.type}-${first + n}`,
      type: event.type,
      schemaVersion: event.schemaVersion,
      partnership: 'north-lanarkshire',
      stream: 'north-lanarkshire/plan/improvement-plan',
      recordedAt: from,
      effectiveOn: event.effectiveOn ?? from.slice(0, 10),
      basis: { kind: 'transcribed', document: 'The plan', documentDate: '2019' },
      actor: { id: 'operator', role: 'operator' },
      commandId: from,
      causationId: from,
      correlationId: from,
    },
  }));
}

/** The events that commands lead to, one after the other; each sees what the ones before it did. */
export function given(...commands: readonly PlanCommand[]): RecordedEvent<PlanEvent>[] {
  const history: RecordedEvent<PlanEvent>[] = [];
  for (const command of commands) history.push(...recorded(when(history, command), undefined, history.length));
  return history;
}

/** What a command leads to after a history. */
export function when(history: readonly RecordedEvent<PlanEvent>[], command: PlanCommand): readonly PlanEvent[] {
  return planDecider.decide(planDecider.fold(history), command, context);
}

export function importing(changes: Partial<PlanFile> = {}): PlanCommand {
  return { type: 'ImportPlan', file: { ...planFile, ...changes } };
}

export const stepDone: Extract<PlanCommand, { type: 'RecordStepResult' }> = {
  type: 'RecordStepResult',
  step: 'review',
  result: 'done',
  when: '2019-09-02',
  byWhoseWord: 'Chair of the group',
};

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
