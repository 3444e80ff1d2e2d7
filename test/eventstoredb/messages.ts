import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { SimulatedRecord } from './log';

export function identifier(stream: string): StreamIdentifier {
  return new StreamIdentifier().setStreamName(Buffer.from(stream, 'utf8').toString('base64'));
}

export function nameOf(given: StreamIdentifier | undefined): string {
  return Buffer.from(given?.getStreamName_asU8() ?? []).toString('utf8');
}

export function eventOf(record: SimulatedRecord): ReadResp {
  const { commit, prepare } = record.position;
  const recorded = new ReadResp.ReadEvent.RecordedEvent()
    .setId(new UUID().setString(record.id))
    .setStreamIdentifier(identifier(record.stream))
    .setStreamRevision(String(record.revision))
    .setCommitPosition(String(commit))
    .setPreparePosition(String(prepare))
    .setData(record.data)
    .setCustomMetadata(record.metadata);
  recorded.getMetadataMap().set('type', record.type).set('content-type', record.contentType).set('created', '0');
  return new ReadResp().setEvent(new ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(String(commit)));
}

export function streamNotFound(stream: string): ReadResp {
  return new ReadResp().setStreamNotFound(new ReadResp.StreamNotFound().setStreamIdentifier(identifier(stream)));
}

export function confirmation(): ReadResp {
  const confirmed = new ReadResp.SubscriptionConfirmation().setSubscriptionId(crypto.randomUUID());
  return new ReadResp().setConfirmation(confirmed);
}

/** Where a filtered subscription has come to, as the server says. */
export function checkpoint(position: bigint): ReadResp {
  const at = String(position);
  return new ReadResp().setCheckpoint(new ReadResp.Checkpoint().setCommitPosition(at).setPreparePosition(at));
}

export const empty = (): Empty => new Empty();
