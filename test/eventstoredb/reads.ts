import type { ServerWritableStream } from '@grpc/grpc-js';
import { ReadReq, type ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { unavailable } from './errors';
import type { ReadFault, SubscriptionFault } from './faults';
import { compare, type SimulatedLog, type SimulatedPosition, type SimulatedRecord } from './log';
import { checkpoint, confirmation, eventOf, nameOf, streamNotFound } from './messages';

type Call = ServerWritableStream<ReadReq, ReadResp>;

/** Between two records of a slow server. */
const SLOW_MS = 40;

/** Answers what stands there now, and ends. */
export async function read(call: Call, log: SimulatedLog, fault: ReadFault | undefined): Promise<void> {
  const options = call.request.getOptions();
  if (fault === 'hang' || options === undefined) return;
  if (fault === 'unavailable') return void call.emit('error', unavailable());
  const given = asked(call, log, options).slice(0, Number(options.getCount()));
  for (const record of fault === 'left out' ? given.slice(1) : given) {
    if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    call.write(eventOf(record));
    // A record again, and the first one after it.
    if (fault === 'twice') for (const again of [record, given[0] ?? record]) call.write(eventOf(again));
  }
  call.end();
}

function asked(call: Call, log: SimulatedLog, options: ReadReq.Options): readonly SimulatedRecord[] {
  const stream = options.getStream();
  if (stream === undefined) return ofAll(log.all, options).filter(passing(options.getFilter()));
  const name = nameOf(stream.getStreamIdentifier());
  const records = log.stream(name);
  if (records.length === 0) call.write(streamNotFound(name));
  return ofStream(records, stream, options);
}

/** By the beginnings of names, where any are asked for. */
function passing(filter: ReadReq.Options.FilterOptions | undefined): (record: SimulatedRecord) => boolean {
  const streams = filter?.getStreamIdentifier()?.getPrefixList() ?? [];
  const types = filter?.getEventType()?.getPrefixList() ?? [];
  if (streams.length > 0) return ({ stream }) => streams.some((prefix) => stream.startsWith(prefix));
  return ({ type }) => types.length === 0 || types.some((prefix) => type.startsWith(prefix));
}

function isBackwards(options: ReadReq.Options): boolean {
  return options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
}

function ofStream(
  records: readonly SimulatedRecord[],
  from: ReadReq.Options.StreamOptions,
  options: ReadReq.Options,
): readonly SimulatedRecord[] {
  const revision = from.hasRevision() ? Number(from.getRevision()) : 0;
  if (!isBackwards(options)) return records.slice(revision);
  return (from.hasRevision() ? records.slice(0, revision + 1) : records).toReversed();
}

/** Forwards with the record at the position, backwards without it. */
function ofAll(records: readonly SimulatedRecord[], options: ReadReq.Options): readonly SimulatedRecord[] {
  const from = positionOf(options);
  if (isBackwards(options)) {
    return records.filter(({ position }) => from === undefined || compare(position, from) < 0).toReversed();
  }
  return from === undefined ? records : records.slice(firstAt(records, from));
}

function positionOf(options: ReadReq.Options): SimulatedPosition | undefined {
  const position = options.getAll()?.getPosition();
  if (position === undefined) return undefined;
  return { commit: BigInt(position.getCommitPosition()), prepare: BigInt(position.getPreparePosition()) };
}

/** By halving: a log may be long. */
function firstAt(records: readonly SimulatedRecord[], from: SimulatedPosition): number {
  let [low, high] = [0, records.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const record = records[middle];
    if (record !== undefined && compare(record.position, from) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sends what comes after a position, and goes on with what is appended; filtered by the server's own records alone. */
export function subscribe(call: Call, log: SimulatedLog, fault: SubscriptionFault | undefined): void {
  if (fault === 'hang') return;
  const all = call.request.getOptions()?.getAll();
  const from = all?.getPosition();
  let next = log.all.length;
  if (all?.hasStart()) next = 0;
  if (from && call.request.getOptions()) {
    const at = { commit: BigInt(from.getCommitPosition()), prepare: BigInt(from.getPreparePosition()) };
    next = log.all.findIndex(({ position }) => compare(position, at) > 0);
    if (next < 0) next = log.all.length;
  }
  const send = (): void => {
    for (; next < log.all.length; next += 1) {
      const record = log.all[next];
      if (record === undefined || record.type.startsWith('$')) continue;
      if (fault === 'wrong checkpoint') call.write(checkpoint(record.position.commit + 1_000_000n));
      call.write(eventOf(record));
      if (fault === 'twice') call.write(eventOf(record));
    }
  };
  call.write(confirmation());
  send();
  if (fault === 'ends') return void call.emit('error', unavailable());
  const stop = log.onAppend(send);
  call.on('cancelled', stop);
  call.on('close', stop);
}
