import type { AllStreamResolvedEvent, EventStoreDBClient, Position, StreamingRead } from '@eventstore/db-client';
import { type StoredEvent, StoreUnavailable } from '../event-store.port';
import { collect } from './collect';
import type { Connection } from './connection';
import { NoAnswer } from './failures';
import type { KnownIds } from './known-ids';
import { type LogPosition, orderOf, positionText } from './log-position';
import { isOfApplication, storedEvent } from './stored-event';
import type { Tries } from './tries';

/** Fewest records of a page, so that the server's own, which are left out, cost few calls. */
const PAGE = 32;

/** The reading half of the adapter. The leader alone is asked: a follower may not have what was just appended. */
export class LogReader {
  constructor(
    private readonly connection: Connection,
    private readonly known: KnownIds,
    private readonly tries: Tries,
    private readonly silenceMs: number,
    private readonly onProblem: (error: unknown) => void,
  ) {}

  async stream(stream: string, fromVersion: number): Promise<StoredEvent[]> {
    const given = await this.read((client) =>
      client.readStream(stream, { fromRevision: BigInt(fromVersion), requiresLeader: true }),
    );
    const events: StoredEvent[] = [];
    for (const event of given.map(storedEvent)) {
      const next = fromVersion + events.length;
      if (event.version > next) throw new StoreUnavailable(`EventStoreDB lacks version ${next} of stream ${stream}`);
      if (event.version === next) events.push(event);
    }
    this.known.learn(
      stream,
      fromVersion,
      events.map(({ id }) => id),
    );
    return events;
  }

  /** Each event once and in order, even where the server gave one twice. */
  async all(after: LogPosition | null, limit: number): Promise<StoredEvent[]> {
    const events: StoredEvent[] = [];
    let last = after;
    for (;;) {
      // One more: what is read begins with the record that stands at the position.
      const count = Math.max(limit - events.length, PAGE) + 1;
      const page = await this.page('forwards', last ?? 'start', count);
      for (const { event } of page) {
        if (!event || orderOf(event.position) <= orderOf(last)) continue;
        last = event.position;
        if (isOfApplication(event) && events.length < limit) events.push(storedEvent({ event }));
      }
      if (events.length >= limit || page.length < count) return events;
    }
  }

  async head(): Promise<string | null> {
    let before: LogPosition | 'end' = 'end';
    for (;;) {
      const page = await this.page('backwards', before, PAGE);
      const found = page.find(({ event }) => event && isOfApplication(event))?.event;
      if (found) return positionText(found.position);
      const first = page.at(-1)?.event?.position;
      if (page.length < PAGE || !first) return null;
      before = first;
    }
  }

  private page(
    direction: 'forwards' | 'backwards',
    fromPosition: 'start' | 'end' | Position,
    maxCount: number,
  ): Promise<AllStreamResolvedEvent[]> {
    return this.read((client) => client.readAll({ direction, fromPosition, maxCount, requiresLeader: true }));
  }

  /** A stream that is not there is one without events. */
  private read<Read>(begin: (client: EventStoreDBClient) => StreamingRead<Read>): Promise<Read[]> {
    return this.tries.until(async () => {
      const client = this.connection.get();
      try {
        const read = await collect(begin(client), this.silenceMs);
        // A reading that is cancelled ends as if there were no more.
        if (this.connection.get() !== client) throw new Error('the connection was left while it was read from');
        return read;
      } catch (error) {
        if ((error as { type?: unknown }).type === 'stream-not-found') return [];
        if (error instanceof NoAnswer) this.connection.leave(client).catch(this.onProblem);
        throw error;
      }
    }, 'EventStoreDB cannot be reached');
  }
}
