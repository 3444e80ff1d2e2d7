import { Empty, StreamIdentifier } from '@eventstore/db-client/generated/shared_pb';
import { ReadReq, type ReadResp } from '@eventstore/db-client/generated/streams_pb';

/** A record as the server holds it, its own records too. */
export interface ServerRecord {
  readonly stream: string;
  readonly type: string;
  /** The server reads settings and metadata only where they were written as JSON. */
  readonly isJson: boolean;
  readonly data: Uint8Array;
}

/** Records of the whole log: streams, or types, whose names begin so. */
export type Wanted = { readonly streams: string } | { readonly types: readonly string[] };

/** How many records the server looks at in one step. */
const WINDOW = 1_000;

/** The newest record of a stream. */
export function newestOf(stream: string): ReadReq {
  const name = Buffer.from(stream, 'utf8').toString('base64');
  const from = new ReadReq.Options.StreamOptions()
    .setStreamIdentifier(new StreamIdentifier().setStreamName(name))
    .setEnd(new Empty());
  return new ReadReq().setOptions(backwards(1).setStream(from).setNoFilter(new Empty()));
}

/** All records that are wanted, the newest first. Such a reading ends at the beginning of the log, on every server. */
export function allOf(wanted: Wanted): ReadReq {
  const filter = new ReadReq.Options.FilterOptions().setMax(WINDOW).setCheckpointintervalmultiplier(1);
  const expression = new ReadReq.Options.FilterOptions.Expression();
  if ('streams' in wanted) filter.setStreamIdentifier(expression.setPrefixList([wanted.streams]));
  else filter.setEventType(expression.setPrefixList([...wanted.types]));
  const from = new ReadReq.Options.AllOptions().setEnd(new Empty());
  return new ReadReq().setOptions(backwards(Number.MAX_SAFE_INTEGER).setAll(from).setFilter(filter));
}

function backwards(count: number): ReadReq.Options {
  return new ReadReq.Options()
    .setReadDirection(ReadReq.Options.ReadDirection.BACKWARDS)
    .setResolveLinks(false)
    .setCount(String(count))
    .setUuidOption(new ReadReq.Options.UUIDOption().setString(new Empty()));
}

/** Undefined where the answer is no record: that there is no such stream, or how far the server has come. */
export function recordOf(answer: ReadResp): ServerRecord | undefined {
  const event = answer.getEvent()?.getEvent();
  if (!event) return undefined;
  const names = event.getMetadataMap();
  return {
    stream: Buffer.from(event.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8'),
    type: names.get('type') ?? '',
    isJson: names.get('content-type') === 'application/json',
    data: event.getData_asU8(),
  };
}
