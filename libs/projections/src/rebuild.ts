import type { DataSource } from 'typeorm';
import { applyNextBatch, EVENTS_PER_BATCH, type Log } from './batch';
import { Checkpoint } from './checkpoint.entity';
import type { Projection } from './projection';
import { fingerprint, LIVE_SCHEMA, makeSchema, NEXT_SCHEMA, OLD_SCHEMA } from './read-schema';

/** Advisory locks of the read side (any two numbers; they only have to differ). */
export const SWAP_LOCK = 7_301_001;
const REBUILD_LOCK = 7_301_002;

export interface RebuildProgress {
  readonly applied: number;
  /** How many the live read models have applied: what there is to do, as far as is known. */
  readonly expected: number | null;
}

/**
 * Builds the read models from the first event, beside the live ones, and swaps them in when they have caught up. Readers
 * are answered from the live ones all the while. One rebuild runs at a time; a second waits for the first.
 * @param next a projector's source whose schema is `read_next`
 * @param isNeeded asked when it is this one's turn: whoever went before may have done what was wanted
 * @returns how many events were applied
 */
export async function rebuild(
  log: Log,
  projections: readonly Projection[],
  next: DataSource,
  onProgress: (progress: RebuildProgress) => void = () => undefined,
  isNeeded: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<number> {
  const lock = next.createQueryRunner();
  await lock.query('SELECT pg_advisory_lock($1)', [REBUILD_LOCK]);
  try {
    if (!(await isNeeded())) return 0;
    const expected = await appliedLive(next);
    const version = fingerprint(next, projections);
    await makeSchema(next, NEXT_SCHEMA, version);
    let applied = 0;
    for (let batch = EVENTS_PER_BATCH; batch === EVENTS_PER_BATCH;) {
      batch = await next.transaction((manager) => applyNextBatch(log, projections, manager, version));
      applied += batch;
      onProgress({ applied, expected });
    }
    return applied + (await catchUpAndSwap(log, projections, next, version));
  } finally {
    // A connection that was lost has lost its lock too, and why it was lost must not be hidden by that.
    if (!lock.isReleased) await lock.query('SELECT pg_advisory_unlock($1)', [REBUILD_LOCK]);
    await lock.release();
  }
}

async function appliedLive(source: DataSource): Promise<number | null> {
  const there = await source.query<{ there: string | null }[]>(
    `SELECT to_regclass('${LIVE_SCHEMA}.checkpoint') AS there`,
  );
  if (!there[0]?.there) return null;
  const rows = await source.query<{ applied: string }[]>(`SELECT applied FROM ${LIVE_SCHEMA}.checkpoint`);
  return rows[0] ? Number(rows[0].applied) : null;
}

/** While the swap lock is held no projector works, so nothing is applied twice or passed over. */
async function catchUpAndSwap(
  log: Log,
  projections: readonly Projection[],
  next: DataSource,
  version: string,
): Promise<number> {
  const applied = await next.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [SWAP_LOCK]);
    let caughtUp = 0;
    for (let batch = EVENTS_PER_BATCH; batch === EVENTS_PER_BATCH;) {
      batch = await applyNextBatch(log, projections, manager, version);
      caughtUp += batch;
    }
    await manager.update(Checkpoint, 1, { movedAt: new Date() });
    await manager.query(`DROP SCHEMA IF EXISTS ${OLD_SCHEMA} CASCADE`);
    await manager.query(
      `DO $$ BEGIN IF to_regnamespace('${LIVE_SCHEMA}') IS NOT NULL THEN
         ALTER SCHEMA ${LIVE_SCHEMA} RENAME TO ${OLD_SCHEMA}; END IF; END $$`,
    );
    await manager.query(`ALTER SCHEMA ${NEXT_SCHEMA} RENAME TO ${LIVE_SCHEMA}`);
    return caughtUp;
  });
  await next.query(`DROP SCHEMA IF EXISTS ${OLD_SCHEMA} CASCADE`);
  return applied;
}
