import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ReadSide } from '../read-side';
import type { Job } from '../work/job';
import { Work } from '../work/work';

/** Rebuilds of the read models that go on behind a page. */
@Injectable()
export class RebuildWork {
  constructor(
    private readonly work: Work,
    private readonly readSide: ReadSide,
  ) {}

  /** Begins one unless one is at work; tells which is at work now, and whether this call began it. */
  async begin(): Promise<{ readonly id: string; readonly begun: boolean }> {
    const id = randomUUID();
    if (!(await this.work.jobs.beginRebuild(id))) {
      const other = await this.last();
      return other?.state === 'running' ? { id: other.id, begun: false } : this.begin();
    }
    this.work.begin(id, (progress) =>
      this.readSide.rebuild({
        onProgress: ({ applied, expected }) => {
          progress(applied, expected);
        },
      }),
    );
    return { id, begun: true };
  }

  /** The one that is at work, or the last one that was; null where there was none of late. */
  async last(): Promise<Job | null> {
    return this.work.jobs.lastRebuild();
  }

  async progress(id: string): Promise<Job | null> {
    return this.work.jobs.findRebuild(id);
  }
}
