import { type Instant, refuse } from '@promise/kernel';
import type { Pool } from 'pg';

/** Something that an inspector asked for, and what became of it. */
export interface InspectorRead {
  /** Its place among all of them: the later, the greater. */
  readonly id: string;
  readonly person: string;
  readonly at: Instant;
  /** Of the policy table. */
  readonly action: string;
  readonly method: string;
  /** As the route writes it, with ids and without the query. */
  readonly path: string;
  readonly status: number;
  /** Whether something was taken away to keep: a file, a report. */
  readonly exported: boolean;
}

export interface InspectorReadsPage {
  readonly items: readonly InspectorRead[];
  readonly next: string | null;
}

/** Which reads of a partnership; all of them where nothing is said. */
export interface InspectorReadsFilter {
  readonly person?: string;
  readonly from?: Instant;
  readonly until?: Instant;
}

/** What inspectors read in each partnership. Nothing of it is changed or removed here. */
export class InspectorReads {
  constructor(private readonly pool: Pool) {}

  async record(partnership: string, read: Omit<InspectorRead, 'id' | 'at'>): Promise<void> {
    const { person, action, method, path, status, exported } = read;
    await this.pool.query(
      `INSERT INTO access.inspector_read (person, partnership, action, method, path, status, exported)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [person, partnership, action, method, path, status, exported],
    );
  }

  /**
   * Those of a partnership, the newest first.
   * @throws Refusal naming `cursor`
   */
  async in(
    partnership: string,
    { person, from, until }: InspectorReadsFilter,
    { limit, after }: { readonly limit: number; readonly after?: string },
  ): Promise<InspectorReadsPage> {
    const { rows } = await this.pool.query<Row>(
      `SELECT ${COLUMNS} FROM access.inspector_read
       WHERE partnership = $1 AND ($2::text IS NULL OR person::text = $2) AND number < coalesce($3, ${NEWEST})
         AND read_at > coalesce($4::timestamptz, '-infinity') AND read_at <= coalesce($5::timestamptz, 'infinity')
       ORDER BY number DESC LIMIT $6`,
      [
        partnership,
        person ?? null,
        after === undefined ? null : numberOf(after),
        from ?? null,
        until ?? null,
        limit + 1,
      ],
    );
    const items = rows.slice(0, limit).map(readOf);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /** Those of a person in every partnership, the oldest first. */
  async *of(person: string): AsyncGenerator<InspectorRead & { readonly partnership: string }> {
    let last = '0';
    for (;;) {
      const { rows } = await this.pool.query<Row & { readonly partnership: string }>(
        `SELECT ${COLUMNS}, partnership FROM access.inspector_read WHERE person = $1 AND number > $2
         ORDER BY number LIMIT ${AT_A_TIME}`,
        [person, last],
      );
      for (const row of rows) yield { ...readOf(row), partnership: row.partnership };
      if (rows.length < AT_A_TIME) return;
      last = rows.at(-1)?.number ?? last;
    }
  }

  /** Where a person read as an inspector. */
  async partnershipsOf(person: string): Promise<string[]> {
    const { rows } = await this.pool.query<{ partnership: string }>(
      'SELECT DISTINCT partnership FROM access.inspector_read WHERE person = $1',
      [person],
    );
    return rows.map(({ partnership }) => partnership);
  }
}

interface Row {
  readonly number: string;
  readonly person: string;
  readonly read_at: Date;
  readonly action: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly exported: boolean;
}

/** How many are read at a time where all of them are. */
const AT_A_TIME = 500;

const COLUMNS = 'number, person, read_at, action, method, path, status, exported';
/** The greatest number that there can be. */
const NEWEST = '9223372036854775807';

function readOf({ number, read_at: at, ...row }: Row): InspectorRead {
  return { id: number, at: at.toISOString(), ...row };
}

function numberOf(cursor: string): string {
  if (!/^\d{1,18}$/.test(cursor)) refuse('cursor', 'cursor-of-this-list', 'this is not the “next” of an earlier page');
  return cursor;
}
