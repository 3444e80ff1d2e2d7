import type { Pool } from 'pg';
import type { Failure, Job } from './job';

/** Whoever is at work and has not been heard of for so long is gone. */
const SILENCE = '20 seconds';
/** What nobody began, and what has ended, is forgotten after so long. */
const WAITING_KEPT = '1 day';
const ENDED_KEPT = '7 days';

const IS_SILENT = `state = 'running' AND beat_at < now() - interval '${SILENCE}'`;

const JOB = `id, done, total, reason,
  CASE WHEN ${IS_SILENT} THEN 'broken-off' ELSE state END AS state,
  CASE WHEN state = 'running' THEN beat_at ELSE moved_at END AS since`;

/** A sealed file, as the table holds it. */
export interface SealedImport {
  readonly sealed: Buffer;
  readonly wrappedKey: Buffer;
}

/** The SQL of work, as the role `application`. Times are the database's, so that all servers agree on them. */
export class JobTable {
  constructor(private readonly pool: Pool) {}

  /** The erasures that the read models were purged of, by the ids of the events that decided them. */
  async purged(): Promise<ReadonlySet<string>> {
    const { rows } = await this.pool.query<{ erasure: string }>('SELECT erasure FROM work.purged');
    return new Set(rows.map(({ erasure }) => erasure));
  }

  async notePurged(erasures: readonly string[]): Promise<void> {
    const insert = 'INSERT INTO work.purged (erasure) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING';
    await this.pool.query(insert, [erasures]);
  }

  async addImport(id: string, partnership: string, { sealed, wrappedKey }: SealedImport): Promise<void> {
    await this.forgetOld();
    await this.pool.query(
      `INSERT INTO work.job (id, kind, partnership, state, sealed, wrapped_key)
       VALUES ($1, 'import', $2, 'waiting', $3, $4)`,
      [id, partnership, sealed, wrappedKey],
    );
  }

  /** An import of this partnership; null where there is none of that id. */
  async findImport(id: string, partnership: string): Promise<Job | null> {
    return this.one(`SELECT ${JOB} FROM work.job WHERE kind = 'import' AND id = $1 AND partnership = $2`, [
      id,
      partnership,
    ]);
  }

  async sealedImport(id: string): Promise<SealedImport | null> {
    const { rows } = await this.pool.query<SealedImport>(
      `SELECT sealed, wrapped_key AS "wrappedKey" FROM work.job WHERE id = $1 AND sealed IS NOT NULL`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** Forgets every import that is not at work, with its file. */
  async forgetFiles(): Promise<void> {
    await this.pool.query(`DELETE FROM work.job WHERE kind = 'import' AND (state <> 'running' OR ${IS_SILENT})`);
  }

  /** Whether it is begun now, by this call: of several at a time one begins it. What is done is never begun again. */
  async beginImport(id: string, total: number): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `UPDATE work.job SET state = 'running', done = 0, total = $2, reason = NULL, moved_at = now(), beat_at = now()
       WHERE id = $1 AND kind = 'import' AND (state IN ('waiting', 'failed') OR ${IS_SILENT})`,
      [id, total],
    );
    return rowCount === 1;
  }

  async findRebuild(id: string): Promise<Job | null> {
    return this.one(`SELECT ${JOB} FROM work.job WHERE kind = 'rebuild' AND id = $1`, [id]);
  }

  /** The rebuild that is at work, or the last one that was; null where there was none of late. */
  async lastRebuild(): Promise<Job | null> {
    return this.one(
      `SELECT ${JOB} FROM work.job WHERE kind = 'rebuild' ORDER BY (state = 'running') DESC, moved_at DESC LIMIT 1`,
    );
  }

  /** Whether it is begun now: not while another one is at work. */
  async beginRebuild(id: string): Promise<boolean> {
    await this.forgetOld();
    await this.pool.query(
      `UPDATE work.job SET state = 'failed', reason = 'stopped', moved_at = beat_at
       WHERE kind = 'rebuild' AND ${IS_SILENT}`,
    );
    const { rowCount } = await this.pool.query(
      `INSERT INTO work.job (id, kind, state) VALUES ($1, 'rebuild', 'running')
       ON CONFLICT (kind) WHERE kind = 'rebuild' AND state = 'running' DO NOTHING`,
      [id],
    );
    return rowCount === 1;
  }

  async beat(id: string): Promise<void> {
    await this.pool.query("UPDATE work.job SET beat_at = now() WHERE id = $1 AND state = 'running'", [id]);
  }

  async progress(id: string, done: number, total: number | null): Promise<void> {
    await this.pool.query(
      "UPDATE work.job SET done = $2, total = $3, beat_at = now() WHERE id = $1 AND state = 'running'",
      [id, done, total],
    );
  }

  async done(id: string, count: number): Promise<void> {
    await this.pool.query(
      `UPDATE work.job SET state = 'done', reason = NULL, moved_at = now(), done = $2, total = $2
       WHERE id = $1 AND state <> 'done'`,
      [id, count],
    );
  }

  async failed(id: string, reason: Failure): Promise<void> {
    await this.pool.query(
      "UPDATE work.job SET state = 'failed', reason = $2, moved_at = now() WHERE id = $1 AND state = 'running'",
      [id, reason],
    );
  }

  private async one(sql: string, values: readonly unknown[] = []): Promise<Job | null> {
    const { rows } = await this.pool.query<Job>(sql, [...values]);
    return rows[0] ?? null;
  }

  private async forgetOld(): Promise<void> {
    await this.pool.query(
      `DELETE FROM work.job WHERE (state <> 'running' OR ${IS_SILENT})
       AND moved_at < now() - CASE state WHEN 'waiting' THEN interval '${WAITING_KEPT}' ELSE interval '${ENDED_KEPT}' END`,
    );
  }
}
