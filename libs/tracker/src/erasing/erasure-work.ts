import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { allErasures, type Erasure, Eraser } from '@promise/erasure';
import { KeyVault } from '@promise/vault';
import { ReadSide } from '../read-side';
import { Work } from '../work/work';

/** Destroys keys, and purges the read models of the text by building them anew: every one of them, whichever held it. */
@Injectable()
export class ErasureWork extends Eraser {
  constructor(
    private readonly vault: KeyVault,
    private readonly readSide: ReadSide,
    private readonly work: Work,
  ) {
    super();
  }

  async carryOut(erasure: Erasure): Promise<void> {
    await this.destroy([erasure]);
    this.work.begin(randomUUID(), async () => this.purgeOf([erasure, ...(await allErasures(this.readSide.source))]));
  }

  async resume(): Promise<void> {
    const decided = await allErasures(this.readSide.source);
    await this.destroy(decided);
    const purged = await this.work.jobs.purged();
    if (decided.some(({ id }) => !purged.has(id))) this.work.begin(randomUUID(), () => this.purgeOf(decided));
  }

  private async destroy(erasures: readonly Erasure[]): Promise<void> {
    for (const { subjects } of erasures) for (const subject of subjects) await this.vault.destroy(subject);
  }

  /** The keys go first: a rebuild that began before may have read the text, and this one waits for it and begins anew. */
  private async purgeOf(erasures: readonly Erasure[]): Promise<number> {
    await this.destroy(erasures);
    const applied = await this.readSide.rebuild();
    // What was erased may have come from one of them, and they can be opened still.
    await this.work.jobs.forgetFiles();
    await this.work.jobs.notePurged(erasures.map(({ id }) => id));
    return applied;
  }
}
