import type { RecordedEvent } from '@promise/kernel';
import { DataSource } from 'typeorm';
import { MilestonesProjection } from '../read-models/milestones/projection';

/** A read side of its own for one test file. */
export interface ReadDatabase {
  readonly source: DataSource;
  /** Applies batches, each in a transaction of its own. */
  apply(...batches: (readonly RecordedEvent[])[]): Promise<void>;
  empty(): Promise<void>;
  /** All rows of both tables, in a settled order. */
  rows(): Promise<unknown[]>;
  drop(): Promise<void>;
}

export async function readDatabase(database: { readonly url: string; drop(): Promise<void> }): Promise<ReadDatabase> {
  const projection = new MilestonesProjection();
  const source = new DataSource({
    ...{ type: 'postgres', url: database.url, schema: 'read', entities: [...projection.entities] },
  });
  await source.initialize();
  await source.query('CREATE SCHEMA read');
  await source.synchronize();
  return {
    source,
    async apply(...batches) {
      for (const batch of batches) await source.transaction((manager) => projection.apply(batch, manager));
    },
    async empty() {
      await source.query('TRUNCATE read.milestones, read.milestone_facts');
    },
    async rows() {
      const states = await source.query<unknown[]>(
        'SELECT * FROM read.milestones ORDER BY partnership, id, known_from, effective_from',
      );
      const facts = await source.query<unknown[]>('SELECT * FROM read.milestone_facts ORDER BY stream, version');
      return [...states, ...facts];
    },
    async drop() {
      await source.destroy();
      await database.drop();
    },
  };
}
