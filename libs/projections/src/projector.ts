import type { DataSource } from 'typeorm';
import { applyNextBatch, EVENTS_PER_BATCH, type Log } from './batch';
import { Checkpoint } from './checkpoint.entity';
import { BuiltFromAnotherLog, isOfThisLog } from './of-this-log';
import type { Projection } from './projection';
import { SWAP_LOCK } from './rebuild';

const LONGEST_PAUSE_MS = 30_000;
const LONGEST_WAIT_MS = 1_000;

/** How the projector fares: for health and logs. */
export interface ProjectorState {
  readonly working: boolean;
  /** What went wrong last, while it still does. */
  readonly failing: string | null;
}

/** Follows the log and keeps the live read models up to date. Several may run: they take turns batch by batch. */
export class Projector {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;
  private failing: string | null = null;

  /**
   * @param source a projector's source whose schema is `read`
   * @param onFailure told of each failure; the projector goes on trying, with growing pauses
   */
  constructor(
    private readonly log: Log,
    private readonly projections: readonly Projection[],
    private readonly source: DataSource,
    private readonly onFailure: (error: Error) => void,
  ) {}

  start(): void {
    this.running ??= this.follow();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  get state(): ProjectorState {
    return { working: this.running !== null && !this.stopping.signal.aborted, failing: this.failing };
  }

  /** Applies all there is, and returns how many events that were. */
  async catchUp(): Promise<number> {
    let applied = 0;
    for (let batch = EVENTS_PER_BATCH; batch === EVENTS_PER_BATCH;) {
      batch = await this.step();
      applied += batch;
    }
    return applied;
  }

  private async step(): Promise<number> {
    // While nobody could reach it, the log may have been set back to an older backup.
    if (this.failing !== null && !(await isOfThisLog(this.source, this.log.store))) throw new BuiltFromAnotherLog();
    return this.source.transaction(async (manager) => {
      // Before any table is named: a rebuild may be swapping the schema away under that name.
      await manager.query('SELECT pg_advisory_xact_lock_shared($1)', [SWAP_LOCK]);
      return applyNextBatch(this.log, this.projections, manager);
    });
  }

  private async follow(): Promise<void> {
    let pause = 100;
    while (!this.stopping.signal.aborted) {
      try {
        const applied = await this.step();
        this.failing = null;
        pause = 100;
        if (applied < EVENTS_PER_BATCH) await this.waitForMore();
      } catch (error) {
        this.failing = error instanceof Error ? error.message : String(error);
        this.onFailure(error instanceof Error ? error : new Error(String(error)));
        await sleep(pause, this.stopping.signal);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  private async waitForMore(): Promise<void> {
    const checkpoint = await this.source.getRepository(Checkpoint).findOneByOrFail({ id: 1 });
    await this.log.store.waitForMore(checkpoint.position, LONGEST_WAIT_MS, this.stopping.signal);
  }
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
