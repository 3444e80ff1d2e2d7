const FIRST_MS = 25;
const LONGEST_MS = 1_000;

/** Waits longer after each failure, and not at all once ended. */
export class Pause {
  private readonly ended = new AbortController();

  /** @param failures how many there were in a row, from 1 */
  async after(failures: number): Promise<void> {
    const { signal } = this.ended;
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS));
      signal.addEventListener('abort', done);
    });
  }

  end(): void {
    this.ended.abort();
  }
}
