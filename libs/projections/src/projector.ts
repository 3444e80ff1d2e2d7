import type { DataSource } from 'typeorm';
import { applyNextBatch, EVENTS_PER_BATCH, type Log } from './batch';
import { Checkpoint } from './checkpoint.entity';
import type { Lease } from './lease';
import { BuiltFromAnotherLog, isOfThisLog } from './of-this-log';
import type { Projection } from './projection';
import { fingerprint } from './read-schema';
import { SWAP_LOCK } from './rebuild';
import { sleep } from './sleep';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
const LONGEST_WAIT_MS = 1_000;

/** How the projector fares: for health and logs. */
export interface ProjectorState {
  /** It waits while another process has the lease. */
  readonly doing: 'nothing' | 'waiting' | 'working';
  /** What went wrong last, until it works again or another process does. */
  readonly failing: string | null;
}

/** Follows the log and keeps the live read models up to date, while it has the lease. */
export class Projector {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;
  private works = false;
  private failing: string | null = null;
  private pauseMs = FIRST_PAUSE_MS;
  private readonly version: string;

  /**
   * @param source a projector's source whose schema is `read`
   * @param onFailure told of each failure; the projector goes on trying, with growing pauses
   */
  constructor(
    private readonly log: Log,
    private readonly projections: readonly Projection[],
    private readonly source: DataSource,
    private readonly lease: Lease,
    private readonly onFailure: (error: Error) => void,
  ) {
    this.version = fingerprint(source, projections);
  }

  start(): void {
    this.running ??= this.takeTurns();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  get state(): ProjectorState {
    const { failing, works } = this;
    const runs = this.running !== null && !this.stopping.signal.aborted;
    return { doing: !runs ? 'nothing' : works ? 'working' : 'waiting', failing };
  }

  /**
   * Applies all there is, and returns how many events that were. Needs no lease: each batch is applied under the lock of
   * the checkpoint, whoever applies it.
   * @param signal once it aborts, the rest is left
   * @param onProgress told after each batch how many events were applied so far
   */
  async catchUp(signal?: AbortSignal, onProgress?: (applied: number) => void): Promise<number> {
    let applied = 0;
    for (let batch = EVENTS_PER_BATCH; batch === EVENTS_PER_BATCH && !signal?.aborted;) {
      batch = await this.step();
      applied += batch;
      onProgress?.(applied);
    }
    return applied;
  }

  private async step(): Promise<number> {
    return this.source.transaction(async (manager) => {
      // Before any table is named: a rebuild may be swapping the schema away under that name.
      await manager.query('SELECT pg_advisory_xact_lock_shared($1)', [SWAP_LOCK]);
      return applyNextBatch(this.log, this.projections, manager, this.version);
    });
  }

  /** Waits for the lease and follows until it is lost; whoever fails leaves it to others and waits again. */
  private async takeTurns(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        const held = await this.lease.take(signal, () => {
          this.forgetFailures();
        });
        if (held === null) return;
        this.works = true;
        // What it waits for may hang for long when the database was lost; others work by then.
        held.lost.addEventListener('abort', () => (this.works = false));
        await this.follow(AbortSignal.any([signal, held.lost])).finally(() => held.giveBack());
      } catch (error) {
        await this.failed(error, signal);
      } finally {
        this.works = false;
      }
    }
  }

  private async follow(signal: AbortSignal): Promise<void> {
    // While nobody could reach it, the log may have been set back to an older backup.
    if (!(await isOfThisLog(this.source, this.log.store))) throw new BuiltFromAnotherLog();
    while (!signal.aborted) {
      const applied = await this.step();
      this.forgetFailures();
      if (applied < EVENTS_PER_BATCH) await this.waitForMore(signal);
    }
  }

  private forgetFailures(): void {
    this.failing = null;
    this.pauseMs = FIRST_PAUSE_MS;
  }

  private async failed(error: unknown, signal: AbortSignal): Promise<void> {
    this.works = false;
    this.failing = error instanceof Error ? error.message : String(error);
    this.onFailure(error instanceof Error ? error : new Error(String(error)));
    await sleep(this.pauseMs, signal);
    this.pauseMs = Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS);
  }

  private async waitForMore(signal: AbortSignal): Promise<void> {
    const checkpoint = await this.source.getRepository(Checkpoint).findOneByOrFail({ id: 1 });
    await this.log.store.waitForMore(checkpoint.position, LONGEST_WAIT_MS, signal);
  }
}
