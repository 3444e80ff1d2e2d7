import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type TrailFilter, type TrailPage, type TrailPageWanted, TrailQuery } from './query';

/** The trail of a partnership, filtered. */
export class ReadTrail extends Query<TrailPage> {
  constructor(
    readonly partnership: string,
    readonly filter: TrailFilter,
    readonly page: TrailPageWanted,
  ) {
    super();
  }
}

/** Every event of one stream, as recorded by a moment. */
export class ReadHistory extends Query<TrailPage> {
  constructor(
    readonly partnership: string,
    readonly stream: string,
    readonly knownAt: string,
    readonly page: TrailPageWanted,
  ) {
    super();
  }
}

@QueryHandler(ReadTrail)
export class ReadTrailHandler implements IQueryHandler<ReadTrail> {
  constructor(private readonly trail: TrailQuery) {}

  execute({ partnership, filter, page }: ReadTrail): Promise<TrailPage> {
    return this.trail.trail(partnership, filter, page);
  }
}

@QueryHandler(ReadHistory)
export class ReadHistoryHandler implements IQueryHandler<ReadHistory> {
  constructor(private readonly trail: TrailQuery) {}

  execute({ partnership, stream, knownAt, page }: ReadHistory): Promise<TrailPage> {
    return this.trail.history(partnership, stream, knownAt, page);
  }
}
