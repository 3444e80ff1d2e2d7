import { EventIdTaken, type EventStore, type StoredEvent, WrongExpectedVersion } from '../event-store.port';
import { type Group, groupsOf } from './groups';
import { differenceOf, LogsDiffer } from './logs-differ';

/** How many events of both logs were compared, and how many of them were copied for that. */
export interface CopyProgress {
  readonly compared: number;
  readonly copied: number;
}

/** Events that are read and compared together. */
const PAGE = 500;

/**
 * Makes the target the same log as the source: the same events byte for byte in the same order; positions are each
 * store's own. What stands in the target already is compared first, to its last event, and nothing is written where it
 * differs; what is missing is appended in order and read back. The target alone says how far this has come, so that a
 * copy that was broken off anywhere is taken up by another call.
 * @throws LogsDiffer the target is another log, or longer, or somebody else writes to it
 * @throws StoreUnavailable one of the two; call again
 */
export async function copyLog(
  source: EventStore,
  target: EventStore,
  onProgress: (progress: CopyProgress) => void = () => undefined,
): Promise<CopyProgress> {
  const copy = new Copy(source, target, onProgress);
  await copy.compare();
  await copy.append();
  return copy.progress;
}

class Copy {
  private compared = 0;
  private copied = 0;
  /** Of the last event that is known to be the same in both. */
  private inSource: string | null = null;
  private inTarget: string | null = null;

  constructor(
    private readonly source: EventStore,
    private readonly target: EventStore,
    private readonly onProgress: (progress: CopyProgress) => void,
  ) {}

  get progress(): CopyProgress {
    return { compared: this.compared, copied: this.copied };
  }

  /** Both logs side by side as far as the target goes. */
  async compare(): Promise<void> {
    for (let there = PAGE; there === PAGE;) {
      const [given, found] = await Promise.all([
        this.source.readAll(this.inSource, PAGE),
        this.target.readAll(this.inTarget, PAGE),
      ]);
      this.checkSame(given.slice(0, found.length), found);
      there = found.length;
    }
  }

  /** What the target lacks, until the source has no more. */
  async append(): Promise<void> {
    for (;;) {
      const missing = await this.source.readAll(this.inSource, PAGE);
      if (missing.length === 0) return;
      for (const group of groupsOf(missing)) await this.appendGroup(group);
      // One more: nobody else may write there.
      this.checkSame(missing, await this.target.readAll(this.inTarget, missing.length + 1));
    }
  }

  private async appendGroup(group: Group): Promise<void> {
    const [{ stream, version }] = group;
    try {
      await this.target.append(stream, version - 1, group);
      this.copied += group.length;
    } catch (error) {
      if (error instanceof WrongExpectedVersion && error.actual < error.expected) {
        throw this.differ(`the source has version ${version} of ${stream}, and lacks version ${error.actual + 1}`);
      }
      if (error instanceof WrongExpectedVersion || error instanceof EventIdTaken) {
        throw this.differ(`version ${version} of ${stream} cannot be written to the target: ${error.message}`);
      }
      throw error;
    }
  }

  private checkSame(given: readonly StoredEvent[], found: readonly StoredEvent[]): void {
    given.forEach((event, n) => {
      const there = found[n];
      if (!there) throw this.differ(`record ${this.compared + n + 1} is missing in the target after it was written`);
      const difference = differenceOf(this.compared + n + 1, event, there);
      if (difference) throw this.differ(difference);
    });
    const more = found[given.length];
    if (more) {
      throw this.differ(
        `the target goes on where the source ends, with event ${more.id} as record ${this.compared + given.length + 1}`,
      );
    }
    this.compared += given.length;
    this.inSource = given.at(-1)?.position ?? this.inSource;
    this.inTarget = found.at(-1)?.position ?? this.inTarget;
    this.onProgress(this.progress);
  }

  private differ(what: string): LogsDiffer {
    return new LogsDiffer(what, this.copied);
  }
}
