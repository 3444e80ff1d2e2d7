import {
  canonicalBytes,
  type Clock,
  type DecisionContext,
  type Decider,
  type DomainEvent,
  type Envelope,
  londonDay,
  type RecordedEvent,
} from '@promise/kernel';
import {
  EventIdTaken,
  type EventStore,
  type EventToAppend,
  NO_STREAM,
  WrongExpectedVersion,
} from '@promise/event-store';
import { type KeyVault, sealPayload } from '@promise/vault';
import type { CommandContext } from './command-context';
import { asDecided } from './decided-erasures';
import { KeyReused, LostRace, StaleVersion } from './errors';
import { eventIdOf } from './ids';
import { openEvents } from './open-events';
import type { Recorded } from './recorded';
import { Recorder } from './recorder.port';

/** Records through the event store: the text of an event is sealed before its bytes leave the process. */
export class EventLogRecorder extends Recorder {
  constructor(
    private readonly store: EventStore,
    private readonly vault: KeyVault,
    private readonly clock: Clock,
    /** Throws where nothing may be recorded now. */
    private readonly check: () => void = () => undefined,
  ) {
    super();
  }

  async history(stream: string): Promise<RecordedEvent[]> {
    return openEvents(await this.store.readStream(stream), this.vault);
  }

  async record<State, Command, Event extends DomainEvent>(
    decider: Decider<State, Command, Event>,
    stream: string,
    context: CommandContext,
    command: Command,
  ): Promise<Recorded> {
    const history = (await this.history(stream)) as RecordedEvent<Event>[];
    const repeat = answerOfRepeat(stream, history, context);
    if (repeat) return repeat;
    const version = history.length - 1;
    if (context.ifMatch !== undefined && context.ifMatch !== version) {
      throw new StaleVersion(context.ifMatch, version);
    }
    const sealed = await this.decide(decider, asDecided(history), stream, context, command);
    if (sealed.length === 0) return { stream, version, position: history.at(-1)?.position ?? null, events: [] };
    try {
      return await this.append(stream, version, sealed, context);
    } catch (error) {
      if (error instanceof EventIdTaken) return this.settleTwin(stream, context);
      if (!(error instanceof WrongExpectedVersion)) throw error;
      return this.settleRace(stream, version, context);
    }
  }

  async recordNew<State, Command, Event extends DomainEvent>(
    decider: Decider<State, Command, Event>,
    stream: string,
    context: CommandContext,
    command: Command,
  ): Promise<Recorded> {
    if (context.ifMatch !== undefined) return this.record(decider, stream, context, command);
    const sealed = await this.decide(decider, [], stream, context, command);
    try {
      return await this.append(stream, NO_STREAM, sealed, context);
    } catch (error) {
      if (error instanceof EventIdTaken) return this.settleTwin(stream, context);
      if (!(error instanceof WrongExpectedVersion)) throw error;
      return this.record(decider, stream, context, command);
    }
  }

  /** The events that the command leads to, ready for the log. */
  private async decide<State, Command, Event extends DomainEvent>(
    decider: Decider<State, Command, Event>,
    history: readonly RecordedEvent<Event>[],
    stream: string,
    context: CommandContext,
    command: Command,
  ): Promise<EventToAppend[]> {
    const decision = decisionContext(context, notBefore(history, this.clock.now()));
    const events = decider.decide(decider.fold(history), command, decision);
    return this.seal(events, stream, context, decision);
  }

  private async seal(
    events: readonly DomainEvent[],
    stream: string,
    context: CommandContext,
    decision: DecisionContext,
  ): Promise<EventToAppend[]> {
    return Promise.all(
      events.map(async (event, n) => {
        const id = decision.eventId(n);
        // Each event is its own subject, so that the text of one can be erased and the rest stays.
        const payload = await sealPayload(event.payload, id, id, this.vault);
        const envelope = canonicalBytes(envelopeOf(event, id, stream, context, decision));
        return { id, type: event.type, envelope, payload: canonicalBytes(payload) };
      }),
    );
  }

  private async append(
    stream: string,
    version: number,
    events: readonly EventToAppend[],
    context: CommandContext,
  ): Promise<Recorded> {
    this.check();
    const { position, version: last, mayBeRepeat } = await this.store.append(stream, version, events);
    // Ids come from the command id alone: the same ids may stand there for a request with another body.
    if (mayBeRepeat) answerOfRepeat(stream, await this.history(stream), context);
    return { stream, position, version: last, events: events.map(({ id, type }) => ({ id, type })) };
  }

  /** Ids come from the command id: what has them is the same request sent twice at once, or another one under its key. */
  private async settleTwin(stream: string, context: CommandContext): Promise<Recorded> {
    const repeat = answerOfRepeat(stream, await this.history(stream), context);
    if (repeat) return repeat;
    throw new KeyReused();
  }

  /** Somebody was quicker: another request with the same command id is the same answer, anything else a lost race. */
  private async settleRace(stream: string, version: number, context: CommandContext): Promise<Recorded> {
    const history = await this.history(stream);
    const repeat = answerOfRepeat(stream, history, context);
    if (repeat) return repeat;
    if (context.ifMatch !== undefined) throw new StaleVersion(context.ifMatch, history.length - 1);
    throw new LostRace(
      history.slice(version + 1).map(({ envelope }) => ({
        event: envelope.id,
        type: envelope.type,
        recordedAt: envelope.recordedAt,
        role: envelope.actor.role,
      })),
    );
  }
}

/** The known times of one thing follow its order, also where the clock of the server before went before this one's. */
function notBefore(history: readonly RecordedEvent[], now: string): string {
  const last = history.at(-1)?.envelope.recordedAt;
  return last !== undefined && last > now ? last : now;
}

function decisionContext(context: CommandContext, now: string): DecisionContext {
  const today = londonDay(now);
  return {
    now,
    today,
    effectiveOn: context.effectiveOn ?? today,
    actor: context.actor,
    commandId: context.commandId,
    eventId: (n) => eventIdOf(context.commandId, n),
  };
}

function envelopeOf(
  event: DomainEvent,
  id: string,
  stream: string,
  context: CommandContext,
  decision: DecisionContext,
): Envelope {
  return {
    id,
    type: event.type,
    schemaVersion: event.schemaVersion,
    partnership: context.partnership,
    stream,
    recordedAt: decision.now,
    effectiveOn: event.effectiveOn ?? decision.effectiveOn,
    basis: context.basis,
    actor: context.actor,
    commandId: context.commandId,
    causationId: context.causationId,
    correlationId: context.correlationId,
    ...(event.decision === undefined ? {} : { decision: event.decision }),
  };
}

function answerOfRepeat(
  stream: string,
  history: readonly RecordedEvent[],
  context: CommandContext,
): Recorded | undefined {
  const own = history.filter((event) => event.envelope.commandId === context.commandId);
  const last = own.at(-1);
  if (!last) return undefined;
  if (last.envelope.causationId !== context.causationId) throw new KeyReused();
  return {
    stream,
    version: last.version,
    position: last.position,
    events: own.map(({ envelope }) => ({ id: envelope.id, type: envelope.type })),
  };
}
