import type { EntityManager } from 'typeorm';

const ROWS_PER_STATEMENT = 2_000;

/**
 * Inserts rows in few statements: the database unpacks one JSON document instead of thousands of parameters, which the
 * query builder is slow to write.
 * @param rows plain objects, each column by its property name
 */
export async function insertRows(
  manager: EntityManager,
  entity: new () => object,
  rows: readonly object[],
): Promise<void> {
  const { tablePath, columns } = manager.dataSource.getMetadata(entity);
  const recordOf = (row: object): object =>
    Object.fromEntries(columns.map((column) => [column.databaseName, column.getEntityValue(row)]));
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const records = rows.slice(start, start + ROWS_PER_STATEMENT).map(recordOf);
    await manager.query(
      `INSERT INTO ${tablePath} SELECT * FROM jsonb_populate_recordset(NULL::${tablePath}, $1::jsonb)`,
      [JSON.stringify(records)],
    );
  }
}
