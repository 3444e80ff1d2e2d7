import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Times } from '@promise/projections';
import type { Page, PageRequest } from './page';
import { PlansQuery } from './query';
import type { PlanView, PriorityView, StepView } from './shapes';

/** The plans of a partnership, those in force longest first. */
export class ListPlans extends Query<readonly PlanView[]> {
  constructor(
    readonly partnership: string,
    readonly times: Times,
  ) {
    super();
  }
}

/** A page of one plan's priorities, or null where there is no such plan. */
export class ListPriorities extends Query<Page<PriorityView> | null> {
  constructor(
    readonly partnership: string,
    readonly planKey: string,
    readonly times: Times,
    readonly page: PageRequest,
  ) {
    super();
  }
}

/** A page of one plan's steps, or null where there is no such plan. */
export class ListSteps extends Query<Page<StepView> | null> {
  constructor(
    readonly partnership: string,
    readonly planKey: string,
    readonly times: Times,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(ListPlans)
export class ListPlansHandler implements IQueryHandler<ListPlans> {
  constructor(private readonly plans: PlansQuery) {}

  execute({ partnership, times }: ListPlans): Promise<readonly PlanView[]> {
    return this.plans.list(partnership, times);
  }
}

@QueryHandler(ListPriorities)
export class ListPrioritiesHandler implements IQueryHandler<ListPriorities> {
  constructor(private readonly plans: PlansQuery) {}

  async execute({ partnership, planKey, times, page }: ListPriorities): Promise<Page<PriorityView> | null> {
    if (!(await this.plans.one(partnership, planKey, times))) return null;
    return this.plans.priorities(partnership, planKey, times, page);
  }
}

@QueryHandler(ListSteps)
export class ListStepsHandler implements IQueryHandler<ListSteps> {
  constructor(private readonly plans: PlansQuery) {}

  async execute({ partnership, planKey, times, page }: ListSteps): Promise<Page<StepView> | null> {
    if (!(await this.plans.one(partnership, planKey, times))) return null;
    return this.plans.steps(partnership, planKey, times, page);
  }
}
