import { StoreUnavailable } from '../event-store.port';
import { Pause } from '../pause';
import { finalError } from './failures';

/** Tries again what can be done again, with longer and longer pauses, until the patience is over. */
export class Tries {
  private readonly pause = new Pause();
  private ended = false;

  constructor(private readonly patienceMs: number) {}

  /**
   * @param work told which try it is, from 1
   * @param inVain what to say when the patience is over
   * @throws what `finalError` makes of a failure; StoreUnavailable when the patience is over
   */
  async until<Result>(work: (attempt: number) => Promise<Result>, inVain: string): Promise<Result> {
    const deadline = performance.now() + this.patienceMs;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work(attempt);
      } catch (cause) {
        const final = finalError(cause);
        if (final) throw final;
        if (this.ended || performance.now() >= deadline) throw new StoreUnavailable(inVain, { cause });
        await this.pause.after(attempt);
      }
    }
  }

  /** What is under way is tried no more than once again. */
  end(): void {
    this.ended = true;
    this.pause.end();
  }
}
