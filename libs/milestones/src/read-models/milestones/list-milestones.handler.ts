import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { ListMilestones } from './list-milestones.query';
import { MilestonesQuery, type Page } from './query';
import type { MilestoneView } from './view';

@QueryHandler(ListMilestones)
export class ListMilestonesHandler implements IQueryHandler<ListMilestones> {
  constructor(private readonly milestones: MilestonesQuery) {}

  execute({ partnership, times, filter, page }: ListMilestones): Promise<Page<MilestoneView>> {
    return this.milestones.list(partnership, times, filter, page);
  }
}
