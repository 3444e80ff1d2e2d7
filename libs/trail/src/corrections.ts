import type { RecordRow } from './read-models/record/row.entity';

/** A record that corrects another one. */
export interface CorrectingRecord {
  readonly recordNumber: number;
  /** Its event's id. */
  readonly event: string;
}

/** What became of a record, by the corrections that hold. */
export interface Corrections {
  /** What took it back; null while it stands. */
  readonly takenBackBy: CorrectingRecord | null;
  /** What put fields of it right, oldest first. */
  readonly correctedBy: readonly CorrectingRecord[];
}

/** Types of events that correct another event of their stream, which their payload names in `event`. */
export const CORRECTION_TYPES: readonly string[] = ['EventVoided', 'FieldsReplaced'];

const NONE: Corrections = { takenBackBy: null, correctedBy: [] };

/**
 * What became of each corrected event, by its id. Takes all corrections of the streams concerned, in any order; goes
 * from the last to the first, because a correction that was itself taken back does not count.
 */
export function correctionsIn(rows: readonly RecordRow[]): (event: string) => Corrections {
  const found = new Map<string, Corrections>();
  for (const row of [...rows].sort((a, b) => b.number - a.number)) {
    const target = targetOf(row);
    if (target === null || found.get(row.eventId)?.takenBackBy) continue;
    const by: CorrectingRecord = { recordNumber: row.number, event: row.eventId };
    const known = found.get(target) ?? NONE;
    const more =
      row.type === 'EventVoided'
        ? { ...known, takenBackBy: by }
        : { ...known, correctedBy: [by, ...known.correctedBy] };
    found.set(target, more);
  }
  return (event) => found.get(event) ?? NONE;
}

function targetOf({ type, payload }: RecordRow): string | null {
  if (!CORRECTION_TYPES.includes(type)) return null;
  return 'event' in payload && typeof payload.event === 'string' ? payload.event : null;
}
