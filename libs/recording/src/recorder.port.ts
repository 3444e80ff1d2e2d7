import type { Decider, DomainEvent, RecordedEvent } from '@promise/kernel';
import type { CommandContext } from './command-context';
import type { Recorded } from './recorded';

/** The one way into the log: load, decide, seal, append. */
export abstract class Recorder {
  /**
   * @throws Refusal a rule of the domain forbids it
   * @throws StaleVersion `ifMatch` is not the version of the stream
   * @throws LostRace somebody else wrote the stream in between
   * @throws KeyReused the idempotency key was used before with another body
   */
  abstract record<State, Command, Event extends DomainEvent>(
    decider: Decider<State, Command, Event>,
    stream: string,
    context: CommandContext,
    command: Command,
  ): Promise<Recorded>;

  /**
   * The same for a command that brings its stream into being: it is decided on an empty history, and the stream is read
   * only where it turns out to be there.
   */
  abstract recordNew<State, Command, Event extends DomainEvent>(
    decider: Decider<State, Command, Event>,
    stream: string,
    context: CommandContext,
    command: Command,
  ): Promise<Recorded>;

  /** The opened events of one stream, in log order; empty when there is none. */
  abstract history(stream: string): Promise<RecordedEvent[]>;
}
