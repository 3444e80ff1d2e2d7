import type { QueryArrayConfig } from 'pg';
import { type Appended, EventIdTaken, type EventToAppend, WrongExpectedVersion } from '../event-store.port';

export interface AppendRequest {
  readonly stream: string;
  readonly expectedVersion: number;
  readonly events: readonly EventToAppend[];
}

/** What became of one append: where it stands, or why it was refused. */
export type AppendAnswer = Appended | WrongExpectedVersion | EventIdTaken;

/** One row of `log.append`: outcome, last position, last version, taken id. */
export type AppendRow = [outcome: string, position: string | null, version: number, takenId: string | null];

/**
 * The call of `log.append` for a batch. Numbers travel as array literals and all bytes as one binary parameter:
 * an array of bytea would be written out in hexadecimal, twice as long and many times as slow.
 */
export function appendCall(batch: readonly AppendRequest[]): QueryArrayConfig {
  const owned = batch.flatMap(({ events }, n) => events.map((event) => ({ owner: n + 1, event })));
  return {
    name: 'append',
    text: 'SELECT * FROM log.append($1, $2, $3, $4, $5, $6, $7, $8)',
    rowMode: 'array',
    values: [
      batch.map(({ stream }) => stream),
      literal(batch.map(({ expectedVersion }) => expectedVersion)),
      literal(owned.map(({ owner }) => owner)),
      literal(owned.map(({ event }) => event.id)),
      owned.map(({ event }) => event.type),
      literal(owned.map(({ event }) => event.envelope.length)),
      literal(owned.map(({ event }) => event.payload.length)),
      Buffer.concat(owned.flatMap(({ event }) => [event.envelope, event.payload])),
    ],
  };
}

/** Numbers and UUIDs need no quotes. */
function literal(values: readonly (number | string)[]): string {
  return `{${values.join(',')}}`;
}

/** The answers in the order of the batch. */
export function appendAnswers(batch: readonly AppendRequest[], rows: readonly AppendRow[]): AppendAnswer[] {
  return batch.map((request, n) => {
    const row = rows[n];
    if (row === undefined) throw new Error('log.append answered fewer appends than it was given');
    return answer(request, row);
  });
}

function answer(
  { stream, expectedVersion }: AppendRequest,
  [outcome, position, version, takenId]: AppendRow,
): AppendAnswer {
  if (outcome === 'wrong') return new WrongExpectedVersion(stream, expectedVersion, version);
  if (outcome === 'taken') return new EventIdTaken(takenId ?? '');
  if (position === null) throw new Error(`log.append answered "${outcome}" without a position`);
  return { position, version, mayBeRepeat: outcome === 'already' };
}
