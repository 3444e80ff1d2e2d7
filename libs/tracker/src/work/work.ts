import { EventTooLarge } from '@promise/event-store';
import { LostRace, StaleVersion } from '@promise/recording';
import type { Failure, Progress } from './job';
import type { JobTable } from './job-table';

/** How often work that is under way says so. */
const BEAT_MS = 3_000;

/** How long what is under way may take once the tracker closes. */
const GRACE_MS = 2_000;

/** Does what takes a while behind the pages, and keeps its state where every server can read it. */
export class Work {
  private readonly underWay = new Map<string, Promise<void>>();
  private closed = false;

  /** @param onProblem told of what went wrong; whoever looks at the work is told that something did */
  constructor(
    readonly jobs: JobTable,
    private readonly onProblem: (error: Error) => void,
  ) {}

  /**
   * Begins the task of a job that this process has been given.
   * @param task returns how much was done in the end
   */
  begin(id: string, task: (progress: Progress) => Promise<number>): void {
    const work = this.carryOut(id, task).finally(() => this.underWay.delete(id));
    this.underWay.set(id, work);
  }

  /** Waits a moment for what is under way, and notes of the rest that it was broken off. */
  async close(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, GRACE_MS)));
    await Promise.race([Promise.all(this.underWay.values()), patience]);
    clearTimeout(timer);
    for (const id of this.underWay.keys()) await this.jobs.failed(id, 'stopped').catch(this.report);
    this.closed = true;
  }

  private async carryOut(id: string, task: (progress: Progress) => Promise<number>): Promise<void> {
    const notes = new Notes(this.jobs, id, this.report);
    try {
      const count = await task(notes.progress);
      await notes.close();
      await this.jobs.done(id, count);
    } catch (error) {
      await notes.close();
      // What ends because everything under it was closed has been noted already.
      if (this.closed) return;
      const reason = reasonOf(error);
      if (reason !== 'changed') this.report(error);
      await this.jobs.failed(id, reason).catch(this.report);
    }
  }

  private readonly report = (error: unknown): void => {
    if (!this.closed) this.onProblem(error instanceof Error ? error : new Error(String(error)));
  };
}

function reasonOf(error: unknown): Failure {
  if (error instanceof EventTooLarge) return 'too-large';
  return error instanceof StaleVersion || error instanceof LostRace ? 'changed' : 'fault';
}

/** Writes down how far a job is, one note at a time and only the newest, and says every few seconds that it goes on. */
class Notes {
  private newest: readonly [number, number | null] | null = null;
  private writing: Promise<void> = Promise.resolve();
  private busy = false;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly jobs: JobTable,
    private readonly id: string,
    private readonly onFailure: (error: unknown) => void,
  ) {
    this.timer = setInterval(() => void this.jobs.beat(id).catch(onFailure), BEAT_MS);
    this.timer.unref();
  }

  readonly progress: Progress = (done, total) => {
    this.newest = [done, total];
    if (!this.busy) this.writing = this.write();
  };

  /** Nothing is written once this has returned. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    this.newest = null;
    await this.writing;
  }

  private async write(): Promise<void> {
    this.busy = true;
    for (let note = this.newest; note !== null; note = this.newest) {
      this.newest = null;
      await this.jobs.progress(this.id, ...note).catch(this.onFailure);
    }
    this.busy = false;
  }
}
