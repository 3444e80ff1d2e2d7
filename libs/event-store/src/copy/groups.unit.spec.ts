import { event } from '../contract/events';
import type { StoredEvent } from '../event-store.port';
import { groupsOf } from './groups';

const stored = (stream: string, version: number, bytes = 10): StoredEvent => ({
  ...event({ envelope: new Uint8Array(), payload: new Uint8Array(bytes) }),
  stream,
  version,
  position: '1',
});
const shape = (events: StoredEvent[]): string[] =>
  groupsOf(events).map((group) => group.map(({ stream, version }) => `${stream}${version}`).join(' '));

describe('the groups of a copy', () => {
  it('are what stands next to each other in the log and in one stream', () => {
    const log = [stored('a', 0), stored('a', 1), stored('b', 0), stored('a', 2), stored('a', 4)];
    expect(shape(log)).toEqual(['a0 a1', 'b0', 'a2', 'a4']);
    expect(shape([])).toEqual([]);
  });

  it('have no more events and bytes than any store takes, but one event at least', () => {
    const many = Array.from({ length: 1_001 }, (_, version) => stored('a', version));
    expect(groupsOf(many).map(({ length }) => length)).toEqual([500, 500, 1]);
    const large = [stored('a', 0, 300_000), stored('a', 1, 200_000), stored('a', 2, 1), stored('a', 3, 900_000)];
    expect(shape(large)).toEqual(['a0 a1', 'a2', 'a3']);
  });
});
