import { Inject, Injectable } from '@nestjs/common';
import { END_OF_TIME, heldAt, READ_SOURCE, type Times } from '@promise/projections';
import type { DataSource } from 'typeorm';
import type { Published } from '../../domain/partnership/pack';
import { PartnershipFact } from './partnership-fact.entity';
import { PartnershipRow } from './row.entity';
import type { PartnershipView } from './shapes';

/** A partnership as everybody may see it: that it is here, and what it publishes. */
export interface ListedPartnership {
  readonly partnership: string;
  readonly name: string;
  readonly publishes: readonly Published[];
  /** Made up to show the tracker. */
  readonly invented: boolean;
}

/** The partnerships that are registered here. */
@Injectable()
export class PartnershipsQuery {
  constructor(@Inject(READ_SOURCE) private readonly source: DataSource) {}

  /** All partnerships as they are today, by name. */
  async list(): Promise<ListedPartnership[]> {
    const today = "(now() AT TIME ZONE 'Europe/London')::date";
    const rows = await this.source
      .createQueryBuilder(PartnershipRow, 'row')
      .where('row.known_to = :endOfTime', { endOfTime: END_OF_TIME })
      .andWhere(`row.effective_from <= ${today} AND row.effective_to > ${today}`)
      .getMany();
    return rows
      .map(({ partnership, state: { name, publishes, invented } }) => ({ partnership, name, publishes, invented }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Whether it is made up to show the tracker, whatever day is asked about: its first event says so. */
  async isInvented(partnership: string): Promise<boolean> {
    const row = await this.source.getRepository(PartnershipRow).findOneBy({ partnership, id: partnership });
    return row?.state.invented ?? false;
  }

  /** The version of the partnership's stream, as a change of it names the version that was read; -1 for none. */
  async version(partnership: string): Promise<number> {
    const version = await this.source.getRepository(PartnershipFact).maximum('version', { partnership });
    return version ?? -1;
  }

  /** The partnership, or null where none of that id was registered at the moment asked about. */
  async one(partnership: string, times: Times): Promise<PartnershipView | null> {
    const row = await this.source
      .createQueryBuilder(PartnershipRow, 'row')
      .where({ partnership, id: partnership })
      .andWhere(heldAt('row'), { asAt: times.asAt, knownAt: times.knownAt })
      .getOne();
    return row && { ...row.state, partnership };
  }
}
