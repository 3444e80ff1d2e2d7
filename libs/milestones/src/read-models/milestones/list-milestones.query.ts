import { Query } from '@nestjs/cqrs';
import type { Times } from '@promise/projections';
import type { MilestoneFilter, Page, PageAsked } from './query';
import type { MilestoneView } from './view';

/** A page of a partnership's milestones as they stood, in the order in which they were proposed. */
export class ListMilestones extends Query<Page<MilestoneView>> {
  constructor(
    readonly partnership: string,
    readonly times: Times,
    readonly filter: MilestoneFilter,
    readonly page: PageAsked,
  ) {
    super();
  }
}
