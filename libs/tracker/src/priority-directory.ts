import { Injectable } from '@nestjs/common';
import { PriorityDirectory } from '@promise/milestones';
import { PlansQuery } from '@promise/plans';

/** Which lines of plans there are, asked of the plans for the milestones that cite them. */
@Injectable()
export class PlansPriorityDirectory extends PriorityDirectory {
  constructor(private readonly plans: PlansQuery) {
    super();
  }

  missing(partnership: string, ids: readonly string[]): Promise<string[]> {
    return this.plans.priorityIdsExist(partnership, ids);
  }
}
