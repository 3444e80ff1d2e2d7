import type { RecordedEvent } from '@promise/kernel';
import { insertRows, type Projection } from '@promise/projections';
import type { EntityManager } from 'typeorm';
import { EVENT_TYPES, subjectOf } from '../../contexts';
import { RecordRow } from './row.entity';

/** Numbers every event of a partnership in log order: the trail that inspectors read. */
export class RecordProjection implements Projection {
  readonly version = 1;
  readonly entities = [RecordRow];
  readonly handles = EVENT_TYPES;

  async apply(events: readonly RecordedEvent[], manager: EntityManager): Promise<void> {
    const numbers = await this.lastNumbers(events, manager);
    const foundations = await this.foundations(events, manager);
    const rows = events.map((event) => {
      const { partnership } = event.envelope;
      const number = (numbers.get(partnership) ?? 0) + 1;
      numbers.set(partnership, number);
      return rowOf(event, number, foundations);
    });
    await insertRows(manager, RecordRow, rows);
  }

  private async lastNumbers(events: readonly RecordedEvent[], manager: EntityManager): Promise<Map<string, number>> {
    const partnerships = [...new Set(events.map((event) => event.envelope.partnership))];
    const table = manager.dataSource.getMetadata(RecordRow).tablePath;
    const rows = await manager.query<{ partnership: string; number: number }[]>(
      `SELECT wanted.partnership, (SELECT max(number) FROM ${table} AS row WHERE row.partnership = wanted.partnership) AS number
       FROM unnest($1::text[]) AS wanted(partnership)`,
      [partnerships],
    );
    return new Map(rows.map((row) => [row.partnership, row.number]));
  }

  /** The foundation that each stream's subject last had, for events that do not say it themselves. */
  private async foundations(
    events: readonly RecordedEvent[],
    manager: EntityManager,
  ): Promise<Map<string, string | null>> {
    const streams = [...new Set(events.filter((event) => event.version > 0).map((event) => event.envelope.stream))];
    const table = manager.dataSource.getMetadata(RecordRow).tablePath;
    const rows = await manager.query<{ stream: string; subject_id: string; foundation: string | null }[]>(
      `SELECT DISTINCT ON (partnership, stream, subject_id) stream, subject_id, foundation
       FROM ${table} WHERE partnership = ANY($1) AND stream = ANY($2)
       ORDER BY partnership, stream, subject_id, number DESC`,
      [[...new Set(events.map((event) => event.envelope.partnership))], streams],
    );
    return new Map(rows.map((row) => [`${row.stream} ${row.subject_id}`, row.foundation]));
  }
}

function rowOf(event: RecordedEvent, number: number, foundations: Map<string, string | null>): RecordRow {
  const { envelope } = event;
  const subject = subjectOf(event);
  const key = `${envelope.stream} ${subject.id}`;
  const foundation = subject.foundation ?? foundations.get(key) ?? null;
  foundations.set(key, foundation);
  return {
    partnership: envelope.partnership,
    number,
    position: event.position,
    eventId: envelope.id,
    type: envelope.type,
    stream: envelope.stream,
    kind: subject.kind,
    subjectId: subject.id,
    foundation,
    role: envelope.actor.role,
    recordedAt: new Date(envelope.recordedAt),
    effectiveOn: envelope.effectiveOn,
    envelope,
    payload: event.payload,
    version: event.version,
  };
}
