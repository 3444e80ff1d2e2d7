import { createDataSource, type RoleUrls, withOptions } from '@promise/database';
import {
  fingerprint,
  isOfThisLog,
  Lease,
  LEASE_IS_HELD,
  LIVE_SCHEMA,
  liveVersion,
  type Log,
  NEXT_SCHEMA,
  type Projection,
  Projector,
  readEntities,
  rebuild,
  type RebuildProgress,
  type RebuildWatch,
  sleep,
} from '@promise/projections';
import type { DataSource } from 'typeorm';

/**
 * Whoever stops in the middle of a batch or of a swap, without its connection being lost, holds the others up for this long.
 * More than a store in need takes to give a batch, or to say that it cannot.
 */
const LONGEST_SILENCE_IN_BATCH = '15s';

/** How often a process that does not build the read models looks whether they are there. */
const LOOK_AGAIN_MS = 500;

/** Whom to tell while the read side opens and works. */
export interface ReadSideReports {
  readonly onNotice: (message: string) => void;
  /** Told of each failure of the projector, which goes on trying. */
  readonly onProblem: (error: Error) => void;
  readonly onRebuild: (progress: RebuildProgress) => void;
  /** When given, building the read models, or waiting for others who do, ends once it aborts. */
  readonly stopping?: AbortSignal;
}

const OF_ANOTHER_LOG =
  'The read models were built from another log than the one that is open now. They are built anew from this one.';

/** The read models of this process: what queries read from, and what keeps them up to date. */
export class ReadSide {
  private constructor(
    private readonly urls: RoleUrls,
    private readonly log: Log,
    private readonly projections: readonly Projection[],
    /** What queries read from. */
    readonly source: DataSource,
    private readonly projectorSource: DataSource,
    readonly projector: Projector,
    /** Whether this process builds and follows; otherwise others do. */
    readonly builds: boolean,
  ) {}

  /**
   * Opens the read models. Where there are none, or they are of another shape than this program's or were built from
   * another log, it builds them first; or waits until another process has, when they are not this one's to build.
   */
  static async open(
    urls: RoleUrls,
    log: Log,
    projections: readonly Projection[],
    builds: boolean,
    reports: ReadSideReports,
  ): Promise<ReadSide> {
    const source = sourceFor(urls.application, LIVE_SCHEMA, projections, 'promise-reader', 10);
    const projectorSource = sourceFor(projecting(urls), LIVE_SCHEMA, projections, 'promise-projector', 3);
    await source.initialize();
    await projectorSource.initialize();
    const lease = Lease.toFollow(urls.projector);
    const projector = new Projector(log, projections, projectorSource, lease, reports.onProblem);
    const side = new ReadSide(urls, log, projections, source, projectorSource, projector, builds);
    if (builds) await side.build(reports);
    else await side.waitUntilBuilt(reports);
    return side;
  }

  /** Whether the read models are there, this program's, and built from this log. */
  async isBuilt(): Promise<boolean> {
    return (await this.isOfThisProgram()) && isOfThisLog(this.projectorSource, this.log.store);
  }

  /** Whether what is recorded in this log will be seen. */
  isOfThisLog(): Promise<boolean> {
    return isOfThisLog(this.source, this.log.store);
  }

  /** Whether the read models are there, in the shape that this program reads. */
  async isOfThisProgram(): Promise<boolean> {
    return (await liveVersion(this.projectorSource)) === fingerprint(this.projectorSource, this.projections);
  }

  /** Whether any process follows the log now. */
  async isFollowed(): Promise<boolean> {
    const rows = await this.source.query<{ held: boolean }[]>(LEASE_IS_HELD);
    return rows[0]?.held ?? false;
  }

  private async build({ onNotice, onRebuild, stopping }: ReadSideReports): Promise<void> {
    if (await this.isBuilt()) return;
    if (await this.isOfThisProgram()) onNotice(OF_ANOTHER_LOG);
    let told = false;
    await this.rebuild({
      onProgress: onRebuild,
      onWaiting: () => {
        if (!told) onNotice('Waiting for another process that builds the read models.');
        told = true;
      },
      isNeeded: async () => !(await this.isBuilt()),
      ...(stopping ? { signal: stopping } : {}),
    });
  }

  private async waitUntilBuilt({ onNotice, stopping }: ReadSideReports): Promise<void> {
    for (let told = false; !(await this.isBuilt()); told = true) {
      stopping?.throwIfAborted();
      if (!told) onNotice('Waiting for a projector to build the read models (PROJECTOR is "outside").');
      await sleep(LOOK_AGAIN_MS, stopping);
    }
  }

  /** Builds all read models from the first event and swaps them in; readers are answered all the while. */
  async rebuild(watch: RebuildWatch = {}): Promise<number> {
    const next = sourceFor(projecting(this.urls), NEXT_SCHEMA, this.projections, 'promise-rebuild', 3);
    await next.initialize();
    try {
      return await rebuild(this.log, this.projections, next, Lease.toRebuild(this.urls.projector), watch);
    } finally {
      await next.destroy();
    }
  }

  async close(): Promise<void> {
    await this.projector.stop();
    await this.projectorSource.destroy();
    await this.source.destroy();
  }
}

function projecting(urls: RoleUrls): string {
  return withOptions(urls.projector, `-c idle_in_transaction_session_timeout=${LONGEST_SILENCE_IN_BATCH}`);
}

function sourceFor(
  url: string,
  schema: string,
  projections: readonly Projection[],
  applicationName: string,
  max: number,
): DataSource {
  return createDataSource({ url, schema, applicationName, max, entities: readEntities(projections) });
}
