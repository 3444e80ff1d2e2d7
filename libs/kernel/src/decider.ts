import type { Actor, DomainEvent, RecordedEvent } from './envelope';
import type { Day, Instant } from './days';

/**
 * What a decision may know beside the state: time and ids arrive as data, so a decider has no clock and no randomness.
 */
export interface DecisionContext {
  readonly today: Day;
  readonly now: Instant;
  readonly effectiveOn: Day;
  /** Who asks for it. */
  readonly actor: Actor;
  readonly commandId: string;
  /** The id that the n-th event of this command will have. */
  readonly eventId: (n: number) => string;
}

/** The rules of one aggregate: a state from its history, and new events from a command. */
export interface Decider<State, Command, Event extends DomainEvent> {
  /** The state that a history amounts to, given in log order. The aggregate puts it into order of effect itself. */
  fold(history: readonly RecordedEvent<Event>[]): State;
  /** The events a command leads to. Throws `Refusal` when a rule of the domain forbids it. */
  decide(state: State, command: Command, context: DecisionContext): readonly Event[];
}

/** One fault: the field of the command it is about, the rule it breaks, and a sentence for the person. */
export interface Fault {
  readonly field: string;
  readonly rule: string;
  readonly message: string;
}

/** A rule of the domain forbids the command; nothing was written. */
export class Refusal extends Error {
  readonly faults: readonly Fault[];

  constructor(...faults: Fault[]) {
    super(faults.map((fault) => `${fault.field}: ${fault.message}`).join('; '));
    this.name = 'Refusal';
    this.faults = faults;
  }
}

/** Throws a `Refusal` with one fault. */
export function refuse(field: string, rule: string, message: string): never {
  throw new Refusal({ field, rule, message });
}
