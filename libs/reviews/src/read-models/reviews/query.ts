import { Inject, Injectable } from '@nestjs/common';
import { READ_SOURCE } from '@promise/projections';
import type { DataSource } from 'typeorm';
import { ReviewRow } from './row.entity';
import type { ReviewView } from './view';

/** The reviews of a partnership, as they are now. */
@Injectable()
export class ReviewsQuery {
  constructor(@Inject(READ_SOURCE) private readonly source: DataSource) {}

  /** All of them, the latest first: a partnership opens a few in a year. */
  async all(partnership: string): Promise<ReviewView[]> {
    const repository = this.source.getRepository(ReviewRow);
    const rows = await repository.find({ where: { partnership }, order: { number: 'DESC' } });
    return rows.map(({ state }) => state);
  }

  async one(partnership: string, id: string): Promise<ReviewView | null> {
    const row = await this.source.getRepository(ReviewRow).findOneBy({ partnership, id });
    return row?.state ?? null;
  }
}
