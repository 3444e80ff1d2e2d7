import type { Subscription } from '@promise/event-store';
import { envelopeOf } from '@promise/recording';
import type { Tracker } from '@promise/tracker';

/** How the tracker fares, for those who run it. */
export interface HealthReport {
  readonly status: 'ok' | 'not-ready';
  /** Position of the last event that reads show; null when nothing was recorded or the read models are out of reach. */
  readonly readModelsAt: string | null;
  /** How long ago the oldest event was recorded that reads do not show yet: 0 when they show all, else at least 1; null when that cannot be told. */
  readonly lagSeconds: number | null;
  /** What this process does for the read models, or for one that leaves them to others, whether another process does. */
  readonly projector: 'opening' | 'working' | 'waiting' | 'failing' | 'stopped' | 'elsewhere' | 'nowhere';
  /** Whether the log tells this process of what is appended; when that is lost it looks itself every second. */
  readonly subscription: Subscription;
}

/** A log or a database that answers later than this is out of reach, for whoever waits for the report. */
const LONGEST_ANSWER_MS = 2_000;

export class Health {
  constructor(private readonly tracker: Pick<Tracker, 'freshness' | 'readSide' | 'store'>) {}

  /** Never throws: what cannot be reached is what it reports. */
  async report(): Promise<HealthReport> {
    const [{ readModelsAt, lagSeconds }, projector, isFit] = await Promise.all([
      this.readModels(),
      this.projector(),
      // Of this program and this log: a server that was left on a log which has moved must not take commands.
      inTime(this.tracker.readSide.isBuilt()).catch(() => false),
    ]);
    const isReady = isFit && lagSeconds !== null && projector !== 'failing';
    return {
      status: isReady ? 'ok' : 'not-ready',
      readModelsAt,
      lagSeconds,
      projector,
      subscription: this.tracker.store.subscription,
    };
  }

  private async readModels(): Promise<Pick<HealthReport, 'readModelsAt' | 'lagSeconds'>> {
    const readModelsAt = await inTime(this.tracker.freshness.position()).catch(() => undefined);
    if (readModelsAt === undefined) return { readModelsAt: null, lagSeconds: null };
    return { readModelsAt, lagSeconds: await this.lagBehind(readModelsAt) };
  }

  private async projector(): Promise<HealthReport['projector']> {
    const { doing, failing } = this.tracker.readSide.projector.state;
    if (failing !== null) return 'failing';
    if (doing !== 'nothing') return doing;
    if (this.tracker.readSide.builds) return 'stopped';
    return (await inTime(this.tracker.readSide.isFollowed()).catch(() => false)) ? 'elsewhere' : 'nowhere';
  }

  private async lagBehind(position: string | null): Promise<number | null> {
    const [next] = await inTime(this.tracker.store.readAll(position, 1)).catch(() => [null]);
    if (next === null) return null;
    return next === undefined
      ? 0
      : Math.max(1, Math.ceil((Date.now() - Date.parse(envelopeOf(next).recordedAt)) / 1_000));
  }
}

async function inTime<Answer>(asked: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('no answer in time'));
    }, LONGEST_ANSWER_MS);
  });
  return Promise.race([asked, late]).finally(() => {
    clearTimeout(timer);
  });
}
