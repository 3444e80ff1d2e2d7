import { BuiltFromAnotherLog } from './of-this-log';
import { sleep } from './sleep';

const EVERY_MS = 1_000;

/** A store in need may answer late once; a log that has moved does not come back. */
const NOT_BY_CHANCE = 2;

/**
 * Sees when this process was left on a log that has moved, or that was set back to an older backup: others built the read
 * models from another one, and what would be recorded here nobody would ever see.
 */
export class LogWatch {
  private readonly stopping = new AbortController();
  private watching = false;
  private misses = 0;

  /** @param isOfThisLog whether the read models were built from the log of this process */
  constructor(
    private readonly isOfThisLog: () => Promise<boolean>,
    private readonly everyMs = EVERY_MS,
  ) {}

  /** Looks again and again from now on. */
  start(): void {
    if (this.watching) return;
    this.watching = true;
    void this.watch();
  }

  stop(): void {
    this.stopping.abort();
  }

  /**
   * Call it before anything is recorded.
   * @throws BuiltFromAnotherLog
   */
  check(): void {
    if (this.misses >= NOT_BY_CHANCE) throw new BuiltFromAnotherLog();
  }

  private async watch(): Promise<void> {
    while (!this.isOver()) {
      await sleep(this.everyMs, this.stopping.signal);
      if (!this.isOver()) await this.look();
    }
  }

  private isOver(): boolean {
    return this.stopping.signal.aborted;
  }

  private async look(): Promise<void> {
    // What is out of reach now is reported by the health page, and says nothing about the log.
    const isOfThisLog = await this.isOfThisLog().catch(() => null);
    if (isOfThisLog !== null) this.misses = isOfThisLog ? 0 : this.misses + 1;
  }
}
