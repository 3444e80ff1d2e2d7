import type { EventStore } from '@promise/event-store';
import type { Instant } from '@promise/kernel';
import type { DataSource } from 'typeorm';
import { Checkpoint } from './checkpoint.entity';

/** The read models did not come as far as the reader asked for in time. */
export class NotYetFresh extends Error {
  constructor(readonly position: string) {
    super(`the read models have not come as far as position ${position} yet`);
    this.name = 'NotYetFresh';
  }
}

const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 100;

/** Tells how far the read models are, and waits for them. */
export class Freshness {
  private newest: Instant | null = null;

  constructor(
    private readonly source: DataSource,
    private readonly store: EventStore,
  ) {}

  /** Position of the last event that reads show; null before the first. */
  async position(): Promise<string | null> {
    const checkpoint = await this.source.getRepository(Checkpoint).findOneBy({ id: 1 });
    if (checkpoint?.recordedAt) this.newest = checkpoint.recordedAt.toISOString();
    return checkpoint?.position ?? null;
  }

  /**
   * The time for reads of what is known now: that of this process's clock, but no earlier than whatever `position` has seen
   * was recorded. Another server's clock may go before this one's.
   */
  notBefore(now: Instant): Instant {
    return this.newest !== null && this.newest > now ? this.newest : now;
  }

  /**
   * Returns once reads show everything that the log holds now.
   * @throws NotYetFresh after `timeoutMs`
   */
  async waitUntilNow(timeoutMs: number): Promise<void> {
    const head = await this.store.head();
    if (head !== null) await this.waitUntil(head, timeoutMs);
  }

  /**
   * Returns once reads are no older than the position.
   * @throws NotYetFresh after `timeoutMs`, or at once when the store has not come as far itself
   * @throws TypeError when the text is no position of this store
   */
  async waitUntil(position: string, timeoutMs: number): Promise<void> {
    this.store.comparePositions(position, position);
    const deadline = Date.now() + timeoutMs;
    const begun = await this.position();
    if (begun !== null && this.store.comparePositions(begun, position) >= 0) return;
    await this.checkIsInStore(position);
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const reached = await this.position();
      if (reached !== null && this.store.comparePositions(reached, position) >= 0) return;
      if (Date.now() + pause > deadline) throw new NotYetFresh(position);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  /** Nothing comes as far as a position that nobody was ever given; waiting would be in vain. */
  private async checkIsInStore(position: string): Promise<void> {
    const head = await this.store.head();
    if (head === null || this.store.comparePositions(head, position) < 0) throw new NotYetFresh(position);
  }
}
