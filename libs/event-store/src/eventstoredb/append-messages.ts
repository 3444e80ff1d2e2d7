import { MaximumAppendSizeExceeded, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import type { Status } from '@eventstore/db-client/generated/status_pb';
import { BatchAppendReq, type BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { type EventToAppend, NO_STREAM } from '../event-store.port';
import { checkSize, tooLargeForServer } from './append-size';
import { AppendFailed } from './failures';
import { frame, lengthOf } from './frame';
import type { LogPosition } from './log-position';

/** An append whose bytes are made: nothing of the caller's is looked at again. */
export interface EncodedAppend {
  readonly stream: string;
  readonly expectedVersion: number;
  readonly ids: readonly string[];
  /** Bytes of each event as the server counts them: type names two for a character. */
  readonly sizes: readonly number[];
  readonly messages: BatchAppendReq.ProposedMessage[];
}

/** Where the last event stands if the server says so, or that the stream is somewhere else. */
export type Written = { readonly position: LogPosition | undefined } | 'wrong version';

/** Bytes of one request at most: a server takes larger ones, and puts an append together from many. */
const REQUEST_BYTES = 3 * 1024 * 1024;

/** @throws EventTooLarge no server would take it */
export function encode(stream: string, expectedVersion: number, events: readonly EventToAppend[]): EncodedAppend {
  const sizes = events.map(({ type, ...bytes }) => lengthOf(bytes) + 2 * type.length);
  const ids = events.map(({ id }) => id);
  checkSize({ ids, sizes });
  return { stream, expectedVersion, ids, sizes, messages: events.map(messageOf) };
}

function messageOf(event: EventToAppend): BatchAppendReq.ProposedMessage {
  const message = new BatchAppendReq.ProposedMessage().setId(new UUID().setString(event.id)).setData(frame(event));
  message.getMetadataMap().set('type', event.type).set('content-type', 'application/octet-stream');
  return message;
}

/**
 * One request, or several where one would be too large; the server writes nothing before it has the last one. They name
 * no deadline: it is a time of day, and a server whose clock is ahead would refuse every append.
 */
export function requestsOf(append: EncodedAppend, correlationId: string): BatchAppendReq[] {
  const requests = shareOut(append).map((messages) =>
    new BatchAppendReq().setCorrelationId(new UUID().setString(correlationId)).setProposedMessagesList(messages),
  );
  requests[0]?.setOptions(optionsOf(append));
  requests.at(-1)?.setIsFinal(true);
  return requests;
}

function shareOut({ messages, sizes }: EncodedAppend): BatchAppendReq.ProposedMessage[][] {
  const shares: BatchAppendReq.ProposedMessage[][] = [[]];
  let bytes = 0;
  messages.forEach((message, n) => {
    const size = sizes[n] ?? 0;
    bytes += size;
    if (bytes <= REQUEST_BYTES) shares.at(-1)?.push(message);
    else {
      shares.push([message]);
      bytes = size;
    }
  });
  return shares;
}

function optionsOf({ stream, expectedVersion }: EncodedAppend): BatchAppendReq.Options {
  const name = Buffer.from(stream, 'utf8').toString('base64');
  const options = new BatchAppendReq.Options().setStreamIdentifier(new StreamIdentifier().setStreamName(name));
  return expectedVersion === NO_STREAM
    ? options.setNoStream(new Empty())
    : options.setStreamPosition(String(expectedVersion));
}

/** Names of what the server refuses, as `failures.ts` knows them. */
const ERROR_TYPES: Readonly<Record<string, string>> = {
  AccessDenied: 'access-denied',
  StreamDeleted: 'stream-deleted',
  MaximumAppendEventSizeExceeded: 'maximum-append-event-size-exceeded',
};

/** @throws AppendFailed, EventTooLarge */
export function writtenOf(answer: BatchAppendResp, append: EncodedAppend): Written {
  const error = answer.getError();
  if (error) return wrongVersionOf(error, append);
  const position = answer.getSuccess()?.getPosition();
  if (!position) return { position: undefined };
  return {
    position: { commit: BigInt(position.getCommitPosition()), prepare: BigInt(position.getPreparePosition()) },
  };
}

function wrongVersionOf(error: Status, append: EncodedAppend): 'wrong version' {
  const details = error.getDetails();
  const name = details?.getTypeName().split('.').at(-1) ?? '';
  if (name === 'WrongExpectedVersion') return 'wrong version';
  if (details && name === 'MaximumAppendSizeExceeded') {
    const bytes = details.getValue_asU8();
    throw tooLargeForServer(append, MaximumAppendSizeExceeded.deserializeBinary(bytes).getMaxappendsize());
  }
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
