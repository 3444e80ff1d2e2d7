import { createDataSource, type RoleUrls } from '@promise/database';
import {
  fingerprint,
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
   * Opens the read models, and builds them first where there are none or where this program's are of another shape.
   * @param onFailure told of each failure of the projector, which goes on trying
   */
  static async open(
    urls: RoleUrls,
    log: Log,
    projections: readonly Projection[],
    onFailure: (error: Error) => void,
    onProgress: (progress: RebuildProgress) => void,
  ): Promise<ReadSide> {
    const source = sourceFor(urls.application, LIVE_SCHEMA, projections, 'promise-reader', 10);
    const projectorSource = sourceFor(urls.projector, LIVE_SCHEMA, projections, 'promise-projector', 3);
    await source.initialize();
    await projectorSource.initialize();
    const projector = new Projector(log, projections, projectorSource, onFailure);
    const side = new ReadSide(urls, log, projections, source, projectorSource, projector);
    const wanted = fingerprint(projectorSource, projections);
    if ((await liveVersion(projectorSource)) !== wanted) await side.rebuild(onProgress);
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
