import { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import type { Status } from '@eventstore/db-client/generated/status_pb';
import { BatchAppendReq, type BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { Timestamp } from 'google-protobuf/google/protobuf/timestamp_pb';
import { EventTooLarge, type EventToAppend, NO_STREAM } from '../event-store.port';
import { AppendFailed } from './failures';
import { frame, lengthOf } from './frame';
import type { LogPosition } from './log-position';

/** An append whose bytes are made: nothing of the caller's is looked at again. */
export interface EncodedAppend {
  readonly stream: string;
  readonly expectedVersion: number;
  readonly ids: readonly string[];
  readonly messages: BatchAppendReq.ProposedMessage[];
}

/** Where the last event stands if the server says so, or that the stream is somewhere else. */
export type Written = { readonly position: LogPosition | undefined } | 'wrong version';

/** What a server takes in one append where nobody configured it; type names count two bytes a character. */
const MAX_APPEND_BYTES = 1_048_576;

/** @throws EventTooLarge what the server counts is more than what `checkAppend` does */
export function encode(stream: string, expectedVersion: number, events: readonly EventToAppend[]): EncodedAppend {
  let bytes = 0;
  for (const { id, type, envelope, payload } of events) {
    bytes += lengthOf({ envelope, payload }) + 2 * type.length;
    if (bytes > MAX_APPEND_BYTES) throw new EventTooLarge(id, bytes);
  }
  return { stream, expectedVersion, ids: events.map(({ id }) => id), messages: events.map(messageOf) };
}

function messageOf(event: EventToAppend): BatchAppendReq.ProposedMessage {
  const message = new BatchAppendReq.ProposedMessage().setId(new UUID().setString(event.id)).setData(frame(event));
  message.getMetadataMap().set('type', event.type).set('content-type', 'application/octet-stream');
  return message;
}

/** @param timeoutMs how long the server may take */
export function requestOf(append: EncodedAppend, correlationId: string, timeoutMs: number): BatchAppendReq {
  const name = Buffer.from(append.stream, 'utf8').toString('base64');
  const options = new BatchAppendReq.Options()
    .setStreamIdentifier(new StreamIdentifier().setStreamName(name))
    .setDeadline(Timestamp.fromDate(new Date(Date.now() + timeoutMs)));
  if (append.expectedVersion === NO_STREAM) options.setNoStream(new Empty());
  else options.setStreamPosition(String(append.expectedVersion));
  return new BatchAppendReq()
    .setCorrelationId(new UUID().setString(correlationId))
    .setOptions(options)
    .setProposedMessagesList(append.messages)
    .setIsFinal(true);
}

/** Names of what the server refuses, as `failures.ts` knows them. */
const ERROR_TYPES: Readonly<Record<string, string>> = {
  AccessDenied: 'access-denied',
  StreamDeleted: 'stream-deleted',
  MaximumAppendSizeExceeded: 'maximum-append-size-exceeded',
};

/** @throws AppendFailed */
export function writtenOf(answer: BatchAppendResp): Written {
  const error = answer.getError();
  if (error) return wrongVersionOf(error);
  const position = answer.getSuccess()?.getPosition();
  if (!position) return { position: undefined };
  return {
    position: { commit: BigInt(position.getCommitPosition()), prepare: BigInt(position.getPreparePosition()) },
  };
}

function wrongVersionOf(error: Status): 'wrong version' {
  const name = error.getDetails()?.getTypeName().split('.').at(-1) ?? '';
  if (name === 'WrongExpectedVersion') return 'wrong version';
  throw new AppendFailed(`EventStoreDB answered ${name} ${error.getMessage()}`, ERROR_TYPES[name]);
}

/** Servers answer UUIDs as two numbers, or as text. */
export function uuidText(uuid: UUID | undefined): string {
  const parts = uuid?.getStructured();
  if (!parts) return uuid?.getString() ?? '';
  const bytes = Buffer.alloc(16);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, BigInt(parts.getMostSignificantBits())));
  bytes.writeBigUInt64BE(BigInt.asUintN(64, BigInt(parts.getLeastSignificantBits())), 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
