import { setTimeout } from 'node:timers/promises';

const FIRST_MS = 25;
const LONGEST_MS = 1_000;

/** Waits longer after each failure, and not at all once ended. */
export class Pause {
  private readonly ended = new AbortController();

  /** @param failures how many there were in a row, from 1 */
  async after(failures: number): Promise<void> {
    const { signal } = this.ended;
    const ms = Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS);
    await setTimeout(ms, undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }

  end(): void {
    this.ended.abort();
  }
}
