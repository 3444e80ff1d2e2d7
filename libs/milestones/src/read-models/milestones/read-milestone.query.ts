import { Query } from '@nestjs/cqrs';
import type { Times } from '@promise/projections';
import type { MilestoneView } from './view';

/** One milestone as it stood, or null where it is not in this partnership or was not there yet. */
export class ReadMilestone extends Query<MilestoneView | null> {
  constructor(
    readonly partnership: string,
    readonly milestone: string,
    readonly times: Times,
  ) {
    super();
  }
}
