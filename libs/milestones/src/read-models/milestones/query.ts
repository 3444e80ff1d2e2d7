import { Inject, Injectable } from '@nestjs/common';
import { type FoundationOrRights, refuse } from '@promise/kernel';
import { heldAt, READ_SOURCE, type Times } from '@promise/projections';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import type { Horizon } from '../../domain/milestone/events';
import { MilestoneRow } from './row.entity';
import type { MilestoneView } from './view';

export interface MilestoneFilter {
  readonly foundation?: FoundationOrRights;
  readonly horizon?: Horizon;
}

/** `after` is the `next` of the page before. */
export interface PageAsked {
  readonly limit: number;
  readonly after?: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Where the next page begins; null when this is the last. */
  readonly next: string | null;
}

/** Milestones as they stood on a day, as known at a moment. Lists are in the order in which they were proposed. */
@Injectable()
export class MilestonesQuery {
  constructor(@Inject(READ_SOURCE) private readonly source: DataSource) {}

  /** @throws Refusal `cursor`: `after` is no `next` of an earlier page */
  async list(
    partnership: string,
    times: Times,
    filter: MilestoneFilter,
    { limit, after }: PageAsked,
  ): Promise<Page<MilestoneView>> {
    const query = this.rows(partnership, times).limit(limit + 1);
    const { foundation, horizon } = filter;
    if (foundation !== undefined) query.andWhere('row.foundation = :foundation', { foundation });
    if (horizon !== undefined) query.andWhere('row.horizon = :horizon', { horizon });
    if (after !== undefined) {
      query.andWhere('(row.proposed_at, row.id) > (:proposedAt, :id)', placeOf(after));
    }
    const rows = await query.getMany();
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => row.state),
      next: last && rows.length > limit ? cursorOf(last) : null,
    };
  }

  async one(partnership: string, id: string, times: Times): Promise<MilestoneView | null> {
    const row = await this.rows(partnership, times).andWhere('row.id = :id', { id }).getOne();
    return row?.state ?? null;
  }

  async all(partnership: string, times: Times): Promise<MilestoneView[]> {
    const rows = await this.rows(partnership, times).getMany();
    return rows.map((row) => row.state);
  }

  private rows(partnership: string, { asAt, knownAt }: Times): SelectQueryBuilder<MilestoneRow> {
    return this.source
      .getRepository(MilestoneRow)
      .createQueryBuilder('row')
      .where('row.partnership = :partnership', { partnership })
      .andWhere(heldAt('row'), { asAt, knownAt })
      .orderBy('row.proposed_at')
      .addOrderBy('row.id');
  }
}

function cursorOf({ proposedAt, id }: MilestoneRow): string {
  return Buffer.from(`${proposedAt.toISOString()} ${id}`).toString('base64url');
}

// No database knows a year 0.
const A_PLACE = /^((?!0000)\d{4}-[\d-]{5}T[\d:.]{12}Z) ([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

function isMoment(text: string): boolean {
  const moment = new Date(text);
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === text;
}

function placeOf(cursor: string): { proposedAt: string; id: string } {
  const [, proposedAt, id] = A_PLACE.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!proposedAt || !id || !isMoment(proposedAt)) {
    return refuse('cursor', 'a-known-cursor', 'this is not the “next” of an earlier page');
  }
  return { proposedAt, id };
}
