import { Client } from 'pg';

/** Every row of every table of a read schema, as text in a fixed order. */
export type Tables = Readonly<Record<string, readonly string[]>>;

/** What differs from one build to the next although the same events were applied. */
const OF_THE_BUILD = ['applied', 'moved_at', 'version'];

/**
 * Reads the whole schema, without what `checkpoint` says of the build itself.
 * @param without columns of any table that are left out, too
 */
export async function readTables(
  databaseUrl: string,
  schema: string,
  without: readonly string[] = [],
): Promise<Tables> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const names = await client.query<{ table: string }>(
      'SELECT table_name AS table FROM information_schema.tables WHERE table_schema = $1 ORDER BY 1',
      [schema],
    );
    const tables: Record<string, string[]> = {};
    for (const { table } of names.rows) {
      const less = [...without, ...(table === 'checkpoint' ? OF_THE_BUILD : [])];
      const rows = await client.query<{ row: string }>(
        `SELECT (to_jsonb(each) - $1::text[])::text AS row FROM ${schema}."${table}" AS each ORDER BY 1`,
        [less],
      );
      tables[table] = rows.rows.map(({ row }) => row);
    }
    return tables;
  } finally {
    await client.end();
  }
}

/** The rows that stand in one of the two only, table by table; no key for a table that is the same in both. */
export function differences(one: Tables, other: Tables): Record<string, { only: string[]; onlyOther: string[] }> {
  const found: Record<string, { only: string[]; onlyOther: string[] }> = {};
  for (const table of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [a, b] = [one[table], other[table]];
    const only = without(a ?? [], b ?? [`the table ${table}`]);
    const onlyOther = without(b ?? [], a ?? [`the table ${table}`]);
    if (only.length + onlyOther.length > 0 || a === undefined || b === undefined) found[table] = { only, onlyOther };
  }
  return found;
}

function without(rows: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return rows.filter((row) => !known.has(row));
}
