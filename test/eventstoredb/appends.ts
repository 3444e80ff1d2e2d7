import type { sendUnaryData, ServerDuplexStream, ServerReadableStream, ServiceError } from '@grpc/grpc-js';
import {
  AccessDenied,
  AllStreamPosition,
  MaximumAppendSizeExceeded,
  Timeout,
  Unknown,
  UUID,
  WrongExpectedVersion,
} from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { AppendReq, AppendResp, BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty as GoogleEmpty } from 'google-protobuf/google/protobuf/empty_pb';
import { accessDenied, internal, tooLarge, unavailable } from './errors';
import type { AppendFault } from './faults';
import type { AppendOutcome, Expected, ProposedRecord } from './log';
import { empty, nameOf } from './messages';

/** Writes to the log, or lets happen what was asked for; undefined where no answer is to come. */
export type Write = (
  stream: string,
  expected: Expected,
  proposed: readonly ProposedRecord[],
  fault?: AppendFault,
) => AppendOutcome | undefined;

/** Errors that end the whole call, before or after the events were written. */
const ENDING: Readonly<Partial<Record<AppendFault, () => ServiceError>>> = {
  unavailable,
  'internal error': internal,
  'unavailable after writing': unavailable,
};

/** One call for one append. */
export function append(
  call: ServerReadableStream<AppendReq, AppendResp>,
  answer: sendUnaryData<AppendResp>,
  write: Write,
  fault: AppendFault | undefined,
): void {
  let options: AppendReq.Options | undefined;
  const proposed: ProposedRecord[] = [];
  call.on('data', (request: AppendReq) => {
    options ??= request.getOptions();
    const message = request.getProposedMessage();
    if (message) proposed.push(recordOf(message));
  });
  call.on('end', () => {
    if (fault === 'access denied') {
      answer(accessDenied());
      return;
    }
    const outcome = write(nameOf(options?.getStreamIdentifier()), expectedOf(options), proposed, fault);
    const ending = fault && ENDING[fault];
    if (ending) {
      answer(ending());
      return;
    }
    if (outcome === undefined) return;
    if (outcome.kind === 'too large') answer(tooLarge(outcome.most));
    else answer(null, answerOf(outcome, fault !== 'no position'));
  });
}

/** One call for many appends, told apart by their correlation ids. */
export function batchAppend(
  call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>,
  write: Write,
  nextFault: (options: BatchAppendReq.Options | undefined) => AppendFault | undefined,
): void {
  const begun = new Map<string, { options: BatchAppendReq.Options | undefined; proposed: ProposedRecord[] }>();
  call.on('data', (request: BatchAppendReq) => {
    const id = request.getCorrelationId()?.getString() ?? '';
    const one = begun.get(id) ?? { options: request.getOptions(), proposed: [] };
    begun.set(id, one);
    one.proposed.push(...request.getProposedMessagesList().map(recordOf));
    if (!request.getIsFinal()) return;
    begun.delete(id);
    const identifier = one.options?.getStreamIdentifier();
    const fault = nextFault(one.options);
    const outcome = write(nameOf(identifier), expectedOfBatch(one.options), one.proposed, fault);
    const ending = fault && ENDING[fault];
    if (ending) return void call.emit('error', ending());
    const answer = batchFaultOf(fault) ?? (outcome && batchAnswerOf(outcome, fault !== 'no position'));
    if (answer === undefined) return;
    answer.setCorrelationId(structured(id));
    call.write(identifier ? answer.setStreamIdentifier(identifier) : answer);
  });
  call.on('end', () => {
    call.end();
  });
}

function recordOf(message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage): ProposedRecord {
  const names = message.getMetadataMap();
  return {
    id: message.getId()?.getString() ?? '',
    type: names.get('type') ?? '',
    contentType: names.get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

function expectedOf(options: AppendReq.Options | undefined): Expected {
  if (options?.hasNoStream()) return 'no stream';
  if (options?.hasStreamExists()) return 'stream exists';
  return options?.hasRevision() ? Number(options.getRevision()) : 'any';
}

function expectedOfBatch(options: BatchAppendReq.Options | undefined): Expected {
  if (options?.hasNoStream()) return 'no stream';
  if (options?.hasStreamExists()) return 'stream exists';
  return options?.hasStreamPosition() ? Number(options.getStreamPosition()) : 'any';
}

function answerOf(outcome: Exclude<AppendOutcome, { kind: 'too large' }>, withPosition: boolean): AppendResp {
  if (outcome.kind === 'wrong version') {
    const wrong = new AppendResp.WrongExpectedVersion();
    if (outcome.actual < 0) wrong.setCurrentNoStream(empty());
    else wrong.setCurrentRevision(String(outcome.actual));
    return new AppendResp().setWrongExpectedVersion(wrong);
  }
  const { commit, prepare } = outcome.position;
  const position = new AppendResp.Position().setCommitPosition(String(commit)).setPreparePosition(String(prepare));
  const success = new AppendResp.Success().setCurrentRevision(String(outcome.revision));
  return new AppendResp().setSuccess(withPosition ? success.setPosition(position) : success.setNoPosition(empty()));
}

function batchFaultOf(fault: AppendFault | undefined): BatchAppendResp | undefined {
  const details = new Any();
  if (fault === 'access denied') details.pack(new AccessDenied().serializeBinary(), 'event_store.client.AccessDenied');
  else if (fault === 'not ready') details.pack(new Unknown().serializeBinary(), 'event_store.client.Unknown');
  else if (fault === 'too late') details.pack(new Timeout().serializeBinary(), 'event_store.client.Timeout');
  else return undefined;
  return new BatchAppendResp().setError(new Status().setDetails(details));
}

/** As servers answer ids in this call: two numbers with a sign. */
function structured(id: string): UUID {
  const hex = id.replaceAll('-', '');
  const [most, least] = [hex.slice(0, 16), hex.slice(16)].map((half) => String(BigInt.asIntN(64, BigInt(`0x${half}`))));
  const parts = new UUID.Structured().setMostSignificantBits(most ?? '').setLeastSignificantBits(least ?? '');
  return new UUID().setStructured(parts);
}

function batchAnswerOf(outcome: AppendOutcome, withPosition: boolean): BatchAppendResp {
  if (outcome.kind === 'appended') {
    const { commit, prepare } = outcome.position;
    const position = new AllStreamPosition().setCommitPosition(String(commit)).setPreparePosition(String(prepare));
    const success = new BatchAppendResp.Success().setCurrentRevision(String(outcome.revision));
    if (withPosition) success.setPosition(position);
    return new BatchAppendResp().setSuccess(success);
  }
  const details = new Any();
  if (outcome.kind === 'too large') {
    const bytes = new MaximumAppendSizeExceeded().setMaxappendsize(outcome.most).serializeBinary();
    details.pack(bytes, 'event_store.client.MaximumAppendSizeExceeded');
  } else {
    const wrong = new WrongExpectedVersion();
    if (outcome.actual < 0) wrong.setCurrentNoStream(new GoogleEmpty());
    else wrong.setCurrentStreamRevision(String(outcome.actual));
    details.pack(wrong.serializeBinary(), 'event_store.client.WrongExpectedVersion');
  }
  return new BatchAppendResp().setError(new Status().setDetails(details));
}
