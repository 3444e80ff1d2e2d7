import { Inject, Injectable } from '@nestjs/common';
import { READ_SOURCE } from '@promise/projections';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { entryOf, type TrailEntry } from '../../entry';
import { RecordRow } from './row.entity';

/** How many records are read at a time. */
const AT_A_TIME = 500;

const BY_PERSON = "record.envelope -> 'actor' ->> 'id' = :person";
const ABOUT_PERSON = "record.kind = 'people' AND record.payload ->> 'person' = :person";

/** A record, and where it stands. */
export interface RecordOfPerson extends Omit<TrailEntry, 'takenBackBy' | 'correctedBy'> {
  readonly partnership: string;
}

/** What one person recorded, and what was recorded about what they are, in every partnership. */
@Injectable()
export class RecordsOfPerson {
  constructor(@Inject(READ_SOURCE) private readonly source: DataSource) {}

  /** Where something was recorded by the person or about their roles. */
  async partnerships(person: string): Promise<string[]> {
    const rows = await this.rows()
      .select('DISTINCT record.partnership', 'partnership')
      .where(`(${BY_PERSON}) OR (${ABOUT_PERSON})`, { person })
      .orderBy('1')
      .getRawMany<{ partnership: string }>();
    return rows.map(({ partnership }) => partnership);
  }

  /** The roles that they were given and that ended, and the links that were made for them. */
  about(person: string): AsyncGenerator<RecordOfPerson> {
    return this.all(ABOUT_PERSON, person);
  }

  /** What they recorded themselves. */
  by(person: string): AsyncGenerator<RecordOfPerson> {
    return this.all(BY_PERSON, person);
  }

  private async *all(which: string, person: string): AsyncGenerator<RecordOfPerson> {
    let last = { partnership: '', number: 0 };
    for (;;) {
      const rows = await this.rows()
        .where(`(${which})`, { person })
        .andWhere('(record.partnership, record.number) > (:partnership, :number)', last)
        .orderBy('record.partnership')
        .addOrderBy('record.number')
        .limit(AT_A_TIME)
        .getMany();
      for (const row of rows) yield recordOf(row);
      const end = rows.at(-1);
      if (!end || rows.length < AT_A_TIME) return;
      last = { partnership: end.partnership, number: end.number };
    }
  }

  private rows(): SelectQueryBuilder<RecordRow> {
    return this.source.createQueryBuilder(RecordRow, 'record');
  }
}

function recordOf(row: RecordRow): RecordOfPerson {
  const { takenBackBy: _, correctedBy: __, ...entry } = entryOf(row, { takenBackBy: null, correctedBy: [] });
  return { partnership: row.partnership, ...entry };
}
