import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type StoredRecord, type TrailFilter, type TrailPage, type TrailPageWanted, TrailQuery } from './query';

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

/** One record by its event's id; null where the partnership has none. */
export class ReadRecord extends Query<StoredRecord | null> {
  constructor(
    readonly partnership: string,
    readonly event: string,
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

@QueryHandler(ReadRecord)
export class ReadRecordHandler implements IQueryHandler<ReadRecord> {
  constructor(private readonly trail: TrailQuery) {}

  execute({ partnership, event }: ReadRecord): Promise<StoredRecord | null> {
    return this.trail.one(partnership, event);
  }
}
