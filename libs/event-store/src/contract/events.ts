import { randomUUID } from 'node:crypto';
import { type EventStore, type EventToAppend, NO_STREAM, type StoredEvent } from '../event-store.port';

/** An event whose bytes nobody looks at. */
export function event(fields: Partial<EventToAppend> = {}): EventToAppend {
  const bytes = Buffer.from('{"any":"thing"}');
  return { id: randomUUID(), type: 'MilestoneProposed', envelope: bytes, payload: bytes, ...fields };
}

export function events(count: number): EventToAppend[] {
  return Array.from({ length: count }, () => event());
}

/** A stream name that no other test uses. */
export function newStream(): string {
  return `north-lanarkshire/milestone/${randomUUID()}`;
}

/** Appends `count` events to a new stream, one by one. */
export async function grow(store: EventStore, count: number): Promise<string> {
  const stream = newStream();
  for (let version = NO_STREAM; version < NO_STREAM + count; version += 1) {
    await store.append(stream, version, [event()]);
  }
  return stream;
}

/** The whole log, read in pages. */
export async function everything(store: EventStore, page = 1_000): Promise<StoredEvent[]> {
  const all: StoredEvent[] = [];
  for (;;) {
    const next = await store.readAll(all.at(-1)?.position ?? null, page);
    if (next.length === 0) return all;
    all.push(...next);
  }
}
