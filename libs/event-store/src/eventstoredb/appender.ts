import { type Appended, EventIdTaken, WrongExpectedVersion } from '../event-store.port';
import type { EncodedAppend } from './append-messages';
import type { KnownIds } from './known-ids';
import type { LogReader } from './log-reader';
import { positionText } from './log-position';
import type { Tries } from './tries';
import type { Writer } from './writer';

/**
 * Appends exactly once, whatever becomes of an answer: the same ids are sent to the same place again, and what stands
 * there is read before anything is said about it.
 */
export class Appender {
  constructor(
    private readonly writer: Writer,
    private readonly reader: LogReader,
    private readonly known: KnownIds,
    private readonly tries: Tries,
  ) {}

  append(append: EncodedAppend): Promise<Appended> {
    return this.tries.until(
      (attempt) => this.once(append, attempt),
      'EventStoreDB cannot be reached; the outcome is in doubt',
    );
  }

  private async once(append: EncodedAppend, attempt: number): Promise<Appended> {
    const { stream, expectedVersion, ids } = append;
    const before = await this.idsUpTo(stream, expectedVersion);
    if (before.length !== expectedVersion + 1) return this.settle(append);
    // The server looks for ids beyond the expected version alone.
    const taken = ids.find((id) => before.includes(id));
    if (taken !== undefined) throw new EventIdTaken(taken);
    const written = await this.writer.send(append);
    if (written === 'wrong version' || written.position === undefined || attempt > 1) return this.settle(append);
    this.known.learn(stream, expectedVersion + 1, ids);
    return {
      position: positionText(written.position),
      version: expectedVersion + ids.length,
      // A server answers the same to who was first and to who asked for the same ids a moment later.
      mayBeRepeat: true,
    };
  }

  /** The ids of the stream, as many as are known or, where these are too few, as stand there now. */
  private async idsUpTo(stream: string, version: number): Promise<readonly string[]> {
    const known = this.known.of(stream);
    if (known.length > version) return known;
    return (await this.reader.stream(stream, 0)).map(({ id }) => id);
  }

  /** Says what became of an append from what stands in the stream. */
  private async settle({ stream, expectedVersion, ids }: EncodedAppend): Promise<Appended> {
    const events = await this.reader.stream(stream, 0);
    const last = events[expectedVersion + ids.length];
    if (last && ids.every((id, n) => events[expectedVersion + 1 + n]?.id === id)) {
      return { position: last.position, version: last.version, mayBeRepeat: true };
    }
    const taken = ids.find((id) => events.some((event) => event.id === id));
    if (taken !== undefined) throw new EventIdTaken(taken);
    const actual = events.length - 1;
    if (actual === expectedVersion) throw new Error(`stream ${stream} stands where it should, and took no append`);
    throw new WrongExpectedVersion(stream, expectedVersion, actual);
  }
}
