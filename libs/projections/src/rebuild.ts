import type { DataSource } from 'typeorm';
import { applyNextBatch, EVENTS_PER_BATCH, type Log } from './batch';
import { Checkpoint } from './checkpoint.entity';
import type { Lease } from './lease';
import type { Projection } from './projection';
import { fingerprint, LIVE_SCHEMA, makeSchema, NEXT_SCHEMA, OLD_SCHEMA } from './read-schema';

/** Keeps projectors away while the schemas are swapped: an advisory lock, whose number only has to differ. */
export const SWAP_LOCK = 7_301_001;

export interface RebuildProgress {
  readonly applied: number;
  /** How many the live read models have applied: what there is to do, as far as is known. */
  readonly expected: number | null;
}

/** Whom to tell while the read models are rebuilt, and whom to ask. */
export interface RebuildWatch {
  readonly onProgress?: (progress: RebuildProgress) => void;
  /** Told each time that another rebuild was found to be at work. */
  readonly onWaiting?: () => void;
  /** Asked when it is this one's turn: whoever went before may have done what was wanted. */
  readonly isNeeded?: () => Promise<boolean>;
  /** Ends it between two batches. */
  readonly signal?: AbortSignal;
}

/** The database did not hear of this rebuild for a while, and another one may have begun. */
export class RebuildLost extends Error {
  constructor() {
    super('the rebuild was not heard of by its database for too long, and leaves the read models to others');
    this.name = 'RebuildLost';
  }
}

/**
 * Builds the read models from the first event, beside the live ones, and swaps them in when they have caught up. Readers
 * are answered from the live ones all the while. One rebuild runs at a time; a second waits for the first.
 * @param next a projector's source whose schema is `read_next`
 * @param lease to rebuild
 * @returns how many events were applied
 * @throws RebuildLost; the reason of `signal`
 */
export async function rebuild(
  log: Log,
  projections: readonly Projection[],
  next: DataSource,
  lease: Lease,
  { signal = NEVER, onWaiting = () => undefined, ...watch }: RebuildWatch = {},
): Promise<number> {
  const held = await lease.take(signal, onWaiting);
  const checkGoesOn = (): void => {
    signal.throwIfAborted();
    if (held?.lost.aborted !== false) throw new RebuildLost();
  };
  try {
    checkGoesOn();
    return await rebuildNow(log, projections, next, watch, checkGoesOn);
  } finally {
    await held?.giveBack();
  }
}

const NEVER = new AbortController().signal;

async function rebuildNow(
  log: Log,
  projections: readonly Projection[],
  next: DataSource,
  { isNeeded, onProgress }: RebuildWatch,
  checkGoesOn: () => void,
): Promise<number> {
  if (isNeeded && !(await isNeeded())) return 0;
  const expected = await appliedLive(next);
  const version = fingerprint(next, projections);
  await makeSchema(next, NEXT_SCHEMA, version);
  let applied = 0;
  for (let batch = EVENTS_PER_BATCH; batch === EVENTS_PER_BATCH;) {
    batch = await next.transaction((manager) => applyNextBatch(log, projections, manager, version));
    applied += batch;
    onProgress?.({ applied, expected });
    checkGoesOn();
  }
  return applied + (await catchUpAndSwap(log, projections, next, version, checkGoesOn));
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
  checkGoesOn: () => void,
): Promise<number> {
  const applied = await next.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [SWAP_LOCK]);
    checkGoesOn();
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
