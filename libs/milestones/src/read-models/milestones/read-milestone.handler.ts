import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { MilestonesQuery } from './query';
import { ReadMilestone } from './read-milestone.query';
import type { MilestoneView } from './view';

@QueryHandler(ReadMilestone)
export class ReadMilestoneHandler implements IQueryHandler<ReadMilestone> {
  constructor(private readonly milestones: MilestonesQuery) {}

  execute({ partnership, milestone, times }: ReadMilestone): Promise<MilestoneView | null> {
    return this.milestones.one(partnership, milestone, times);
  }
}
