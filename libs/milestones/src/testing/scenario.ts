import {
  type Day,
  type DecisionContext,
  type DomainEvent,
  type Fault,
  type RecordedEvent,
  Refusal,
} from '@promise/kernel';
import type { MilestoneCommand, ProposeData } from '../domain/milestone/commands';
import { milestoneDecider } from '../domain/milestone/decide';
import type { MilestoneEvent } from '../domain/milestone/events';
import { milestoneStream } from '../domain/milestone/stream';

export const PARTNERSHIP = 'north-lanarkshire';
export const MILESTONE = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

/** A command on a day, said to be so on that day or another. */
export interface Step {
  readonly command: MilestoneCommand;
  readonly today: Day;
  readonly effectiveOn?: Day;
}

export const proposal: ProposeData = {
  title: 'Every care experienced young person has an advocate',
  foundation: 'voice',
  horizon: '5-year',
  timescale: 'March 2026',
  leads: ['Advocacy service'],
};

type Kind = MilestoneCommand['kind'];
type DataOf<K extends Kind> = Extract<MilestoneCommand, { readonly kind: K }>['data'];

export function command<K extends Kind>(kind: K, data: DataOf<K>): MilestoneCommand {
  return { kind, data, milestone: MILESTONE } as MilestoneCommand;
}

export function on<K extends Kind>(today: Day, kind: K, data: DataOf<K>, effectiveOn?: Day): Step {
  return { today, command: command(kind, data), ...(effectiveOn === undefined ? {} : { effectiveOn }) };
}

/** A milestone proposed on 1 March 2025: its event is `e0`. */
export function proposed(changes: Partial<ProposeData> = {}): Step {
  return on('2025-03-01', 'propose', { ...proposal, ...changes });
}

/**
 * Decides steps one after the other, each on the history that the ones before it left. The events of the stream are
 * `e0`, `e1` and so on.
 */
export function historyOf(...steps: readonly Step[]): RecordedEvent<MilestoneEvent>[] {
  return steps.reduce<RecordedEvent<MilestoneEvent>[]>((history, step) => [...history, ...decided(history, step)], []);
}

export function decided(
  history: readonly RecordedEvent<MilestoneEvent>[],
  step: Step,
  clock = `${step.today}T12:00:00.000Z`,
): RecordedEvent<MilestoneEvent>[] {
  const effectiveOn = step.effectiveOn ?? dayNamed(step.command) ?? step.today;
  const context: DecisionContext = {
    ...{ today: step.today, now: clock, effectiveOn },
    actor: { id: 'person-1', role: 'worker' },
    commandId: `c${String(history.length)}`,
    eventId: (n) => `e${String(history.length + n)}`,
  };
  const dayGiven = step.effectiveOn !== undefined;
  const asked = step.command.kind === 'achieve' ? { ...step.command, dayGiven } : step.command;
  const events = milestoneDecider.decide(milestoneDecider.fold(history), asked, context);
  return asRecorded(events, history.length, context);
}

/** Events as they would stand in the log after so many others. */
export function asRecorded<Event extends DomainEvent>(
  events: readonly Event[],
  before: number,
  context: DecisionContext,
): RecordedEvent<Event>[] {
  return events.map((event, n) => ({
    ...{ type: event.type, payload: event.payload },
    version: before + n,
    position: String(before + n),
    envelope: {
      ...{ id: context.eventId(n), type: event.type, schemaVersion: 1, partnership: PARTNERSHIP },
      ...{ stream: milestoneStream(PARTNERSHIP, MILESTONE), recordedAt: context.now },
      effectiveOn: event.effectiveOn ?? context.effectiveOn,
      basis: { kind: 'recorded' },
      actor: context.actor,
      ...{ commandId: context.commandId, causationId: 'cause', correlationId: 'correlation' },
      ...(event.decision === undefined ? {} : { decision: event.decision }),
    },
  }));
}

// As the handlers do: what happened on a day that it names was so on that day.
function dayNamed({ kind, data }: MilestoneCommand): Day | undefined {
  return kind === 'agree' || kind === 'achieve' ? data.date : undefined;
}

/** The faults by which the last of the steps is refused; none when it is taken. */
export function refusal(...steps: readonly Step[]): readonly Fault[] {
  historyOf(...steps.slice(0, -1));
  try {
    historyOf(...steps);
  } catch (error) {
    if (error instanceof Refusal) return error.faults;
    throw error;
  }
  return [];
}
