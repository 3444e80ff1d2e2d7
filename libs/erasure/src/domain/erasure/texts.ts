import { holdsText, isAnyStreamType, type RecordedEvent } from '@promise/kernel';

/** What can be erased of one event of a stream. */
export interface Text {
  readonly event: string;
  /** Whether any of its text is still there. */
  readonly there: boolean;
  /** The file that it names, where it names one. */
  readonly file: string | null;
  /** Events of the stream whose text goes with this one: corrections of it, and the proposal by which it came about. */
  readonly goesWith: readonly string[];
}

/** The texts of a stream, in log order. Why something was erased is no such text: it stays. */
export function textsIn(history: readonly RecordedEvent[]): readonly Text[] {
  const byId = new Map(history.map((event) => [event.envelope.id, event]));
  return history
    .filter(({ type }) => type !== 'TextErased')
    .map((event) => ({
      event: event.envelope.id,
      there: holdsText(event.payload),
      file: fileIn(event.payload),
      goesWith: [...correctionsOf(event, history), ...proposalOf(event, byId)],
    }));
}

function correctionsOf({ envelope }: RecordedEvent, history: readonly RecordedEvent[]): string[] {
  return history
    .filter(({ payload }) => 'event' in payload && payload.event === envelope.id)
    .map((each) => each.envelope.id);
}

function proposalOf({ envelope }: RecordedEvent, byId: ReadonlyMap<string, RecordedEvent>): string[] {
  const approval = envelope.decision === undefined ? undefined : byId.get(envelope.decision);
  if (!approval || !isAnyStreamType(approval.type)) return [];
  const { payload } = approval;
  return 'proposal' in payload && typeof payload.proposal === 'string' ? [payload.proposal] : [];
}

function fileIn(payload: object): string | null {
  if (!('file' in payload) || typeof payload.file !== 'object' || payload.file === null) return null;
  return 'id' in payload.file && typeof payload.file.id === 'string' ? payload.file.id : null;
}
