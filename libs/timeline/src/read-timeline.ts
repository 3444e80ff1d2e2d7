import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Times } from '@promise/projections';
import { type Timeline, TimelineQuery, type TimelineWanted } from './timeline.query';

/** The timeline of a partnership, or null where there is no such partnership. */
export class ReadTimeline extends Query<Timeline | null> {
  constructor(
    readonly partnership: string,
    readonly wanted: TimelineWanted,
    readonly times: Times,
  ) {
    super();
  }
}

@QueryHandler(ReadTimeline)
export class ReadTimelineHandler implements IQueryHandler<ReadTimeline> {
  constructor(private readonly timeline: TimelineQuery) {}

  execute({ partnership, wanted, times }: ReadTimeline): Promise<Timeline | null> {
    return this.timeline.read(partnership, wanted, times);
  }
}
