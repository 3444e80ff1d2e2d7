import { type EventToAppend, StoreUnavailable } from '../event-store.port';

const LINE_FEED = 0x0a;

/**
 * Envelope and payload as the one byte string of an event's data: the envelope's length in decimal digits, a line feed,
 * the envelope, the payload. The metadata stay empty: the client reads metadata as JSON, and would not give the bytes
 * back as they were.
 */
export function frame({ envelope, payload }: Pick<EventToAppend, 'envelope' | 'payload'>): Uint8Array {
  const length = Buffer.from(`${envelope.length}\n`, 'latin1');
  const data = new Uint8Array(lengthOf({ envelope, payload }));
  data.set(length);
  data.set(envelope, length.length);
  data.set(payload, length.length + envelope.length);
  return data;
}

/** How long the frame will be. */
export function lengthOf({ envelope, payload }: Pick<EventToAppend, 'envelope' | 'payload'>): number {
  return `${envelope.length}\n`.length + envelope.length + payload.length;
}

/** @throws StoreUnavailable the data were not framed here */
export function unframe(data: Uint8Array): Pick<EventToAppend, 'envelope' | 'payload'> {
  const end = data.indexOf(LINE_FEED);
  const digits = Buffer.from(data.subarray(0, Math.max(end, 0))).toString('latin1');
  const start = end + 1;
  if (!/^\d{1,8}$/.test(digits) || start + Number(digits) > data.length) {
    throw new StoreUnavailable('an event in EventStoreDB was not written by the tracker: its data have no envelope');
  }
  const split = start + Number(digits);
  return { envelope: data.slice(start, split), payload: data.slice(split) };
}
