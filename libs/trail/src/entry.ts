import { type Actor, type Basis, londonDay, type RecordedEvent } from '@promise/kernel';
import { reasonOf, sentenceOf } from './contexts';
import type { Corrections } from './corrections';
import type { RecordRow } from './read-models/record/row.entity';

/** One event as the trail shows it: who, what, when it was so, when it was recorded, why, on what ground, and what became of it. */
export interface TrailEntry extends Corrections {
  readonly recordNumber: number;
  readonly position: string;
  readonly event: string;
  readonly type: string;
  /** What happened, as a sentence. */
  readonly what: string;
  readonly concerns: { readonly kind: string; readonly id: string; readonly foundation: string | null };
  readonly who: Actor;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  /** The reason that was given, where one was. */
  readonly why: string | null;
  readonly basis: Basis;
  readonly transcribed: boolean;
  /** `late`: recorded on a later day than the day it was so. Never said of what is transcribed. */
  readonly late: boolean;
  readonly commandId: string;
  readonly correlationId: string;
  /** What was recorded, field by field. */
  readonly payload: object;
}

export function entryOf(row: RecordRow, corrections: Corrections): TrailEntry {
  const { envelope } = row;
  const event: RecordedEvent = {
    envelope,
    type: row.type,
    payload: row.payload,
    version: row.version,
    position: row.position,
  };
  const transcribed = envelope.basis.kind === 'transcribed';
  return {
    recordNumber: row.number,
    position: row.position,
    event: row.eventId,
    type: row.type,
    what: sentenceOf(event),
    concerns: { kind: row.kind, id: row.subjectId, foundation: row.foundation },
    who: envelope.actor,
    effectiveOn: envelope.effectiveOn,
    recordedAt: envelope.recordedAt,
    why: reasonOf(event),
    basis: envelope.basis,
    transcribed,
    late: !transcribed && envelope.effectiveOn < londonDay(envelope.recordedAt),
    commandId: envelope.commandId,
    correlationId: envelope.correlationId,
    takenBackBy: corrections.takenBackBy,
    correctedBy: corrections.correctedBy,
    payload: row.payload,
  };
}
