/** One record of the simulated server. */
export interface SimulatedRecord {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  readonly position: SimulatedPosition;
}

export interface SimulatedPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

export type ProposedRecord = Pick<SimulatedRecord, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;

export type Expected = number | 'no stream' | 'any' | 'stream exists';

/** What a server answers; a revision of -1 says that there is no such stream. */
export type AppendOutcome =
  | { readonly kind: 'appended'; readonly revision: number; readonly position: SimulatedPosition }
  | { readonly kind: 'wrong version'; readonly actual: number }
  | { readonly kind: 'too large'; readonly most: number };

/** Whether `a` stands before, at or after `b`: negative, zero or positive. */
export function compare(a: SimulatedPosition, b: SimulatedPosition): number {
  if (a.commit !== b.commit) return a.commit < b.commit ? -1 : 1;
  return a.prepare === b.prepare ? 0 : a.prepare < b.prepare ? -1 : 1;
}

/** What a server holds, in memory. Its positions have gaps, and its own records stand between those of applications. */
export class SimulatedLog {
  readonly all: SimulatedRecord[] = [];
  /** What it takes in one append: as a server before version 25.1 where nobody configured it. */
  maxAppendBytes = 1_048_576;
  private readonly streams = new Map<string, SimulatedRecord[]>();
  private readonly listeners = new Set<() => void>();
  private end = 1_000n;

  stream(name: string): readonly SimulatedRecord[] {
    return this.streams.get(name) ?? [];
  }

  /** Idempotency as servers have it: ids are compared, and only where the stream went on beyond the expected revision. */
  append(stream: string, expected: Expected, proposed: readonly ProposedRecord[]): AppendOutcome {
    const size = proposed.reduce(
      (sum, { data, metadata, type }) => sum + data.length + metadata.length + type.length * 2,
      0,
    );
    if (size > this.maxAppendBytes) return { kind: 'too large', most: this.maxAppendBytes };
    const records = this.stream(stream);
    const actual = records.length - 1;
    const from = revisionOf(expected, actual);
    if (from === undefined || from > actual) return { kind: 'wrong version', actual };
    if (from < actual) {
      const there = proposed.map(({ id }, n) => (records[from + 1 + n]?.id === id ? records[from + 1 + n] : undefined));
      const last = there.at(-1);
      if (last === undefined || there.includes(undefined)) return { kind: 'wrong version', actual };
      return { kind: 'appended', revision: last.revision, position: last.position };
    }
    return this.write(stream, proposed);
  }

  /** A record that the server writes itself, or an administrator: nobody is asked. */
  system(type = '$statsCollected', stream = '$stats-127.0.0.1:2113', data: unknown = {}): void {
    const text = typeof data === 'string' ? data : JSON.stringify(data);
    const id = crypto.randomUUID();
    const contentType = 'application/json';
    this.write(stream, [{ id, type, contentType, data: Buffer.from(text), metadata: new Uint8Array() }]);
  }

  onAppend(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private write(stream: string, proposed: readonly ProposedRecord[]): AppendOutcome {
    const records = this.streams.get(stream) ?? [];
    this.streams.set(stream, records);
    const prepares = proposed.map(({ data }) => (this.end += BigInt(data.length) + 37n));
    // Records that are written together are committed together, as in a transaction.
    const commit = prepares.at(-1) ?? this.end;
    proposed.forEach((each, n) => {
      const position = { commit, prepare: prepares[n] ?? commit };
      const record = { ...each, stream, revision: records.length, position };
      records.push(record);
      this.all.push(record);
    });
    for (const listener of this.listeners) listener();
    return { kind: 'appended', revision: records.length - 1, position: { commit, prepare: commit } };
  }
}

/** Undefined where the stream does not exist and has to. */
function revisionOf(expected: Expected, actual: number): number | undefined {
  if (expected === 'any') return actual;
  if (expected === 'stream exists') return actual < 0 ? undefined : actual;
  return expected === 'no stream' ? -1 : expected;
}
