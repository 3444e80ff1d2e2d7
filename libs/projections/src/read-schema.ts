import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Checkpoint } from './checkpoint.entity';
import type { Projection } from './projection';

/** The schema that queries read from, and the one a rebuild fills beside it. */
export const LIVE_SCHEMA = 'read';
export const NEXT_SCHEMA = 'read_next';
export const OLD_SCHEMA = 'read_old';

/** All entities of the read side: those of the projections and the checkpoint. */
export function readEntities(projections: readonly Projection[]): (new () => object)[] {
  return [...new Set(projections.flatMap((projection) => projection.entities)), Checkpoint];
}

/** Changes whenever a projection's version or the shape of a table changes. */
export function fingerprint(source: DataSource, projections: readonly Projection[]): string {
  const versions = projections.map(
    ({ entities, version }) => `${entities.map((entity) => entity.name).join('+')}:${version}`,
  );
  const columns = source.entityMetadatas.flatMap((table) =>
    table.columns.map((column) => `${table.tableName}.${column.databaseName}:${String(column.type)}`),
  );
  const text = [...versions.sort(), ...columns.sort()].join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** The fingerprint in the live schema, or null when there is none yet. */
export async function liveVersion(source: DataSource): Promise<string | null> {
  const found = await source.query<{ there: string | null }[]>(
    `SELECT to_regclass('${LIVE_SCHEMA}.checkpoint') AS there`,
  );
  if (!found[0]?.there) return null;
  const rows = await source.query<{ version: string }[]>(`SELECT version FROM ${LIVE_SCHEMA}.checkpoint`);
  return rows[0]?.version ?? null;
}

/** Makes the schema of this source anew, empty, at the beginning of the log. */
export async function makeSchema(source: DataSource, schema: string, version: string): Promise<void> {
  await source.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  await source.query(`CREATE SCHEMA ${schema}`);
  await source.synchronize();
  const beginning = { id: 1, position: null, event: null, recordedAt: null, applied: '0' };
  await source.getRepository(Checkpoint).insert({ ...beginning, version, movedAt: new Date() });
}
