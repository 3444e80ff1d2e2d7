import { addDays, type Day, endOfLondonDay, refuse } from '@promise/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { READ_SOURCE } from '@promise/projections';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { CORRECTION_TYPES, correctionsIn } from '../../corrections';
import { entryOf, type TrailEntry } from '../../entry';
import { RecordRow } from './row.entity';

/** Which events of the trail; all of them where nothing is said. Days are recorded days in London. */
export interface TrailFilter {
  readonly foundation?: string;
  /** A kind of thing (`milestone`, `plan`, `priority`, `step`, `partnership`, `people`) or an event type. */
  readonly kind?: string;
  readonly role?: string;
  readonly from?: Day;
  readonly to?: Day;
  /** Only what was effective from this day on, or up to it. */
  readonly effectiveFrom?: Day;
  readonly effectiveTo?: Day;
}

export interface TrailPageWanted {
  readonly limit: number;
  readonly after?: string;
}

export interface TrailPage {
  readonly items: readonly TrailEntry[];
  readonly next: string | null;
}

/** One record, and the stream on which it stands. */
export interface StoredRecord {
  readonly stream: string;
  readonly entry: TrailEntry;
}

/** Reads the trail of one partnership. */
@Injectable()
export class TrailQuery {
  constructor(@Inject(READ_SOURCE) private readonly source: DataSource) {}

  /** Entries in the order of their record numbers; `next` is the number of the last one. */
  async trail(partnership: string, filter: TrailFilter, page: TrailPageWanted): Promise<TrailPage> {
    const query = this.rows(partnership);
    restrict(query, filter);
    return this.page(partnership, query, page);
  }

  /** Every event of one stream (one milestone, one plan), oldest first, with the corrections known by `knownAt`. */
  async history(partnership: string, stream: string, knownAt: string, page: TrailPageWanted): Promise<TrailPage> {
    const query = this.rows(partnership)
      .andWhere('record.stream = :stream', { stream })
      .andWhere('record.recordedAt <= :knownAt', { knownAt });
    return this.page(partnership, query, page, knownAt);
  }

  /** One record by its event's id, and the stream on which it stands; null where this partnership has none. */
  async one(partnership: string, event: string): Promise<StoredRecord | null> {
    const row = await this.rows(partnership).andWhere('record.eventId = :event', { event }).getOne();
    if (!row) return null;
    const correctionsOf = correctionsIn(await this.corrections(partnership, [row]));
    return { stream: row.stream, entry: entryOf(row, correctionsOf(event)) };
  }

  /** When the partnership's first event was recorded; null before that. */
  async recordedSince(partnership: string): Promise<string | null> {
    const first = await this.rows(partnership).orderBy('record.number').limit(1).getOne();
    return first?.recordedAt.toISOString() ?? null;
  }

  /** How many events were recorded by a moment: the record number of the last of them. */
  async lastNumber(partnership: string, knownAt: string): Promise<number> {
    const row = await this.rows(partnership)
      .andWhere('record.recordedAt <= :knownAt', { knownAt })
      .orderBy('record.recordedAt', 'DESC')
      .addOrderBy('record.number', 'DESC')
      .limit(1)
      .getOne();
    return row?.number ?? 0;
  }

  private rows(partnership: string): SelectQueryBuilder<RecordRow> {
    return this.source
      .createQueryBuilder(RecordRow, 'record')
      .where('record.partnership = :partnership', { partnership });
  }

  private async page(
    partnership: string,
    query: SelectQueryBuilder<RecordRow>,
    page: TrailPageWanted,
    knownAt?: string,
  ): Promise<TrailPage> {
    if (page.after !== undefined) query.andWhere('record.number > :after', { after: numberOf(page.after) });
    const rows = await query
      .orderBy('record.number')
      .limit(page.limit + 1)
      .getMany();
    const shown = rows.slice(0, page.limit);
    const correctionsOf = correctionsIn(await this.corrections(partnership, shown, knownAt));
    const items = shown.map((row) => entryOf(row, correctionsOf(row.eventId)));
    const last = items.at(-1);
    return { items, next: rows.length > page.limit && last ? String(last.recordNumber) : null };
  }

  /** Every correction on the streams of these rows, whether the page shows it or not. */
  private async corrections(partnership: string, rows: readonly RecordRow[], knownAt?: string): Promise<RecordRow[]> {
    const streams = [...new Set(rows.map((row) => row.stream))];
    if (streams.length === 0) return [];
    const query = this.rows(partnership)
      .andWhere('record.stream = ANY(:streams)', { streams })
      .andWhere('record.type = ANY(:types)', { types: CORRECTION_TYPES });
    if (knownAt !== undefined) query.andWhere('record.recordedAt <= :knownAt', { knownAt });
    return query.getMany();
  }
}

function numberOf(cursor: string): number {
  if (!/^\d{1,9}$/.test(cursor)) refuse('cursor', 'cursor-of-this-list', 'this is not the “next” of an earlier page');
  return Number(cursor);
}

function restrict(query: SelectQueryBuilder<RecordRow>, filter: TrailFilter): void {
  const { foundation, kind, role, from, to, effectiveFrom, effectiveTo } = filter;
  if (foundation !== undefined) query.andWhere('record.foundation = :foundation', { foundation });
  if (kind !== undefined) query.andWhere('(record.kind = :kind OR record.type = :kind)', { kind });
  if (role !== undefined) query.andWhere('record.role = :role', { role });
  if (from !== undefined) query.andWhere('record.recordedAt > :since', { since: endOfLondonDay(addDays(from, -1)) });
  if (to !== undefined) query.andWhere('record.recordedAt <= :until', { until: endOfLondonDay(to) });
  if (effectiveFrom !== undefined) query.andWhere('record.effectiveOn >= :effectiveFrom', { effectiveFrom });
  if (effectiveTo !== undefined) query.andWhere('record.effectiveOn <= :effectiveTo', { effectiveTo });
}
