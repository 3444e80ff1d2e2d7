import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ListPlans, ListPriorities, ListSteps, type PlanView, type PriorityView } from '@promise/plans';
import { type StepAnswer, stepAnswer } from './step-answer';
import { Does } from '../../sign-in/action';
import { PlanIdParam } from '../conventions/id-param';
import { Now } from '../conventions/now';
import { type Page, pageById, pageWanted, TimedPageQuery } from '../conventions/paging';
import { PartnershipParam } from '../conventions/partnership-param';
import { notFound } from '../conventions/problem';
import { timesOf } from '../conventions/times.dto';

/** The published plans of a partnership, in the documents' own order. */
@ApiTags('plans')
@Controller('api/v1/partnerships/:partnership/plans')
export class PlansController {
  constructor(
    private readonly queries: QueryBus,
    private readonly now: Now,
  ) {}

  @Get()
  @Does('plans.read')
  @ApiOkResponse({ description: 'A page of plans.' })
  async plans(@PartnershipParam() partnership: string, @Query() query: TimedPageQuery): Promise<Page<PlanView>> {
    const plans = await this.queries.execute(new ListPlans(partnership, timesOf(query, this.now.instant())));
    return pageById(plans, pageWanted(query));
  }

  @Get(':plan/priorities')
  @Does('plans.read')
  @ApiOkResponse({
    description: 'A page of the priorities of one plan, each with its measures and its place in the document.',
  })
  async priorities(
    @PartnershipParam() partnership: string,
    @PlanIdParam('plan') plan: string,
    @Query() query: TimedPageQuery,
  ): Promise<Page<PriorityView>> {
    const times = timesOf(query, this.now.instant());
    const page = await this.queries.execute(new ListPriorities(partnership, plan, times, pageWanted(query)));
    return page ?? noSuchPlan();
  }

  @Get(':plan/steps')
  @Does('plans.read')
  @ApiOkResponse({ description: 'A page of the dated steps of one plan, with leads and timescales as written.' })
  async steps(
    @PartnershipParam() partnership: string,
    @PlanIdParam('plan') plan: string,
    @Query() query: TimedPageQuery,
  ): Promise<Page<StepAnswer>> {
    const times = timesOf(query, this.now.instant());
    const page = await this.queries.execute(new ListSteps(partnership, plan, times, pageWanted(query)));
    if (!page) return noSuchPlan();
    return { items: page.items.map((view) => stepAnswer(view, times.asAt)), next: page.next };
  }
}

function noSuchPlan(): never {
  throw notFound('There is no plan with this id in this partnership on that day.', 'plan');
}
