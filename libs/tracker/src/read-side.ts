import { createDataSource, type RoleUrls } from '@promise/database';
import {
  fingerprint,
  isOfThisLog,
  LIVE_SCHEMA,
  liveVersion,
  type Log,
  NEXT_SCHEMA,
  type Projection,
  Projector,
  readEntities,
  rebuild,
  type RebuildProgress,
} from '@promise/projections';
import type { DataSource } from 'typeorm';

/** What to tell whoever opens them. */
export interface ReadSideReports {
  readonly onNotice: (message: string) => void;
  readonly onProblem: (error: Error) => void;
  readonly onRebuild: (progress: RebuildProgress) => void;
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
  ) {}

  /**
   * Opens the read models, and builds them first where there are none, where this program's are of another shape, or where
   * they were built from another log.
   * @param reports `onProblem` is told of each failure of the projector, which goes on trying
   */
  static async open(
    urls: RoleUrls,
    log: Log,
    projections: readonly Projection[],
    reports: ReadSideReports,
  ): Promise<ReadSide> {
    const source = sourceFor(urls.application, LIVE_SCHEMA, projections, 'promise-reader', 10);
    const projectorSource = sourceFor(urls.projector, LIVE_SCHEMA, projections, 'promise-projector', 3);
    await source.initialize();
    await projectorSource.initialize();
    const projector = new Projector(log, projections, projectorSource, reports.onProblem);
    const side = new ReadSide(urls, log, projections, source, projectorSource, projector);
    const isThere = (await liveVersion(projectorSource)) === fingerprint(projectorSource, projections);
    if (isThere && (await isOfThisLog(projectorSource, log.store))) return side;
    if (isThere) reports.onNotice(OF_ANOTHER_LOG);
    await side.rebuild(reports.onRebuild);
    return side;
  }

  /** Builds all read models from the first event and swaps them in; readers are answered all the while. */
  async rebuild(onProgress: (progress: RebuildProgress) => void): Promise<number> {
    const next = sourceFor(this.urls.projector, NEXT_SCHEMA, this.projections, 'promise-rebuild', 3);
    await next.initialize();
    try {
      return await rebuild(this.log, this.projections, next, onProgress);
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

function sourceFor(
  url: string,
  schema: string,
  projections: readonly Projection[],
  applicationName: string,
  max: number,
): DataSource {
  return createDataSource({ url, schema, applicationName, max, entities: readEntities(projections) });
}
