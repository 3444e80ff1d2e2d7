import type { AllStreamRecordedEvent, RecordedEvent } from '@eventstore/db-client';
import { type StoredEvent, StoreUnavailable } from '../event-store.port';
import { unframe } from './frame';
import { positionText } from './log-position';

/** The server keeps records of its own in streams whose names begin with a dollar sign; links stand there too. */
export function isOfApplication({ streamId, type }: { streamId: string; type: string }): boolean {
  return !isOfServer(streamId) && !isOfServer(type);
}

export function isOfServer(name: string): boolean {
  return name.startsWith('$');
}

/** @throws StoreUnavailable the server is too old to say where an event stands, or the event is not one of the tracker's */
export function storedEvent({ event }: { event?: RecordedEvent | AllStreamRecordedEvent }): StoredEvent {
  if (!event?.position) throw new StoreUnavailable('EventStoreDB is too old: 22.6 is the oldest that works');
  const { id, type, streamId, revision, data, isJson, position } = event;
  if (isJson || !(data instanceof Uint8Array)) {
    throw new StoreUnavailable(`event ${id} of stream ${streamId} in EventStoreDB was not written by the tracker`);
  }
  return { id, type, ...unframe(data), stream: streamId, version: Number(revision), position: positionText(position) };
}
