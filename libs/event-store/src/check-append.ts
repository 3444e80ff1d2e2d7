import { EventIdTaken, EventTooLarge, type EventToAppend, MAX_EVENT_BYTES, NO_STREAM } from './event-store.port';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Longest stream name in characters: every adapter can index it. */
const MAX_STREAM_LENGTH = 500;

/**
 * What every adapter refuses before it sends anything.
 * @throws TypeError the caller is at fault: no events, no version, no stream name, no UUID
 * @throws EventTooLarge
 * @throws EventIdTaken the same id twice in one append
 */
export function checkAppend(stream: string, expectedVersion: number, events: readonly EventToAppend[]): void {
  if (!isName(stream) || stream.length > MAX_STREAM_LENGTH) {
    throw new TypeError(`stream: a name of 1 to ${MAX_STREAM_LENGTH} characters, without NUL`);
  }
  if (!Number.isSafeInteger(expectedVersion) || expectedVersion < NO_STREAM) {
    throw new TypeError(`expectedVersion: ${expectedVersion} is no version and not NO_STREAM`);
  }
  if (events.length === 0) throw new TypeError('events: an append has at least one event');
  const ids = new Set<string>();
  for (const event of events) {
    checkEvent(event);
    if (ids.has(event.id)) throw new EventIdTaken(event.id);
    ids.add(event.id);
  }
}

function checkEvent({ id, type, envelope, payload }: EventToAppend): void {
  if (!UUID.test(id)) throw new TypeError(`id: ${id} is no UUID in small letters`);
  if (!isName(type)) throw new TypeError('type: a name without NUL');
  const bytes = envelope.length + payload.length;
  if (bytes > MAX_EVENT_BYTES) throw new EventTooLarge(id, bytes);
}

/** A lone surrogate or a NUL would not come back as it was given. */
function isName(text: string): boolean {
  return text !== '' && !/\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
}
