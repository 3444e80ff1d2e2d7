import type { StoredEvent } from '../event-store.port';

/** Little enough for every store, with what it counts beside the bytes of envelope and payload. */
const MOST_EVENTS = 500;
const MOST_BYTES = 500_000;

/** At least one event. */
export type Group = [StoredEvent, ...StoredEvent[]];

/** Events that stand next to each other in the log and in one stream, so that one append writes them in the same order. */
export function groupsOf(events: readonly StoredEvent[]): Group[] {
  const groups: Group[] = [];
  let bytes = 0;
  for (const event of events) {
    const group = groups.at(-1);
    const size = event.envelope.length + event.payload.length;
    bytes += size;
    if (group && follows(group, event) && group.length < MOST_EVENTS && bytes <= MOST_BYTES) group.push(event);
    else {
      groups.push([event]);
      bytes = size;
    }
  }
  return groups;
}

function follows(group: readonly StoredEvent[], { stream, version }: StoredEvent): boolean {
  const last = group.at(-1);
  return last?.stream === stream && last.version + 1 === version;
}
