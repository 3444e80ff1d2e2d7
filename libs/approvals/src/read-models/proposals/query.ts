import { Inject, Injectable } from '@nestjs/common';
import { refuse, type Standing } from '@promise/kernel';
import { READ_SOURCE } from '@promise/projections';
import type { DataSource, FindOptionsWhere } from 'typeorm';
import { LessThan, Not } from 'typeorm';
import { ProposalRow } from './row.entity';
import { type ProposalView, viewOf } from './view';

export interface ProposalPage {
  readonly items: readonly ProposalView[];
  readonly next: string | null;
}

/** What waits for a second person in a partnership, and what became of what waited. */
@Injectable()
export class ProposalsQuery {
  constructor(@Inject(READ_SOURCE) private readonly source: DataSource) {}

  /**
   * The latest first; of one standing where one is named, or whatever does not wait any more.
   * @throws Refusal `cursor`: `after` is no `next` of an earlier page
   */
  async list(
    partnership: string,
    standing: Standing | 'settled' | undefined,
    { limit, after }: { readonly limit: number; readonly after?: string },
  ): Promise<ProposalPage> {
    const where: FindOptionsWhere<ProposalRow> = { partnership };
    if (standing !== undefined) where.standing = standing === 'settled' ? Not('waiting') : standing;
    if (after !== undefined) where.number = LessThan(numberOf(after));
    const rows = await this.rows(where, limit + 1);
    const shown = rows.slice(0, limit);
    return { items: shown.map(viewOf), next: rows.length > limit ? String(shown.at(-1)?.number) : null };
  }

  async one(partnership: string, id: string): Promise<ProposalView | null> {
    const row = await this.source.getRepository(ProposalRow).findOneBy({ partnership, id });
    return row && viewOf(row);
  }

  /** What waits about one thing, by the stream of its events. */
  async waitingOf(partnership: string, stream: string): Promise<ProposalView[]> {
    return (await this.rows({ partnership, stream, standing: 'waiting' })).map(viewOf);
  }

  private rows(where: FindOptionsWhere<ProposalRow>, take?: number): Promise<ProposalRow[]> {
    const repository = this.source.getRepository(ProposalRow);
    return repository.find({ where, order: { number: 'DESC' }, ...(take === undefined ? {} : { take }) });
  }
}

function numberOf(cursor: string): number {
  if (!/^\d{1,9}$/.test(cursor)) refuse('cursor', 'cursor-of-this-list', 'this is not the “next” of an earlier page');
  return Number(cursor);
}
