import type { AllStreamSubscription } from '@eventstore/db-client';
import { Pause } from '../pause';
import type { Subscription } from '../event-store.port';
import type { Waiters } from '../waiters';
import type { Connection } from './connection';
import { NoAnswer } from './failures';
import { orderOf, orderOfText } from './log-position';

/**
 * Hears of every append and wakes who waits; subscribes again by itself. It is a hint alone: where the server says that
 * a subscription has come to (its checkpoints) is believed by nobody, and events are read, not taken from here.
 */
export class Follower {
  private readonly pause = new Pause();
  private following: Promise<void> | undefined;
  private open: AllStreamSubscription | undefined;
  private closed = false;
  private current: Subscription = 'none';

  constructor(
    private readonly connection: Connection,
    private readonly waiters: Waiters,
    private readonly head: () => Promise<string | null>,
    private readonly silenceMs: number,
    private readonly onProblem: (error: unknown) => void,
  ) {}

  /** Subscribes on the first call; later calls change nothing. */
  start(): void {
    this.following ??= this.follow();
  }

  get subscription(): Subscription {
    return this.current;
  }

  async close(): Promise<void> {
    this.closed = true;
    this.pause.end();
    this.open?.destroy();
    await this.following;
  }

  private async follow(): Promise<void> {
    let failures = 0;
    while (!this.isClosed()) {
      const client = this.connection.get();
      try {
        await this.listen(client, () => (failures = 0));
      } catch (error) {
        if (!this.isClosed()) this.onProblem(error);
        if (error instanceof NoAnswer) this.connection.leave(client).catch(this.onProblem);
      }
      failures += 1;
      this.current = 'lost';
      if (!this.isClosed()) await this.pause.after(failures);
    }
  }

  /** Ends with the subscription. */
  private async listen(client: ReturnType<Connection['get']>, onConfirmed: () => void): Promise<void> {
    const subscription = client.subscribeToAll({
      fromPosition: 'end',
      requiresLeader: true,
      filter: { filterOn: 'eventType', regex: '^[^$].*', checkpointInterval: 1 },
    });
    this.open = subscription;
    try {
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => {
          reject(new NoAnswer(this.silenceMs));
        }, this.silenceMs);
        subscription.on('confirmation', () => {
          clearTimeout(timer);
          onConfirmed();
          this.current = 'live';
          // What was appended before the subscription began.
          this.head().then((head) => {
            this.waiters.reached(orderOfText(head));
          }, reject);
        });
        subscription.on('data', ({ event }) => {
          if (event) this.waiters.reached(orderOf(event.position));
        });
        subscription.on('error', reject);
        for (const event of ['end', 'close'] as const) {
          subscription.on(event, () => {
            resolve();
          });
        }
      });
    } finally {
      await subscription.unsubscribe().catch(this.onProblem);
    }
  }

  private isClosed(): boolean {
    return this.closed;
  }
}
