import { Module } from '@nestjs/common';
import { MilestonesModule } from '@promise/milestones';
import { PartnershipsModule } from '@promise/partnerships';
import { PlansModule } from '@promise/plans';
import { TrailModule } from '@promise/trail';
import { CompareDaysHandler } from './compare/compare-days';
import { CompareQuery } from './compare/compare.query';
import { ReadTimelineHandler } from './read-timeline';
import { TimelineQuery } from './timeline.query';

/** Stands above the business areas and joins what they show. */
@Module({
  imports: [MilestonesModule, PartnershipsModule, PlansModule, TrailModule],
  providers: [TimelineQuery, CompareQuery, ReadTimelineHandler, CompareDaysHandler],
})
export class TimelineModule {}
