import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { ListPlans, ListPriorities, ListSteps } from '@promise/plans';
import { statusOfStep } from '@promise/timeline';
import type { Response } from 'express';
import { Now } from '../../api/conventions/now';
import { PlanIdParam } from '../../api/conventions/id-param';
import { notFound } from '../../api/conventions/problem';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { Does } from '../../sign-in/action';
import { Pages } from '../frame/pages';
import { viewOf } from '../frame/view';
import { planShown } from './plan-view';
import { planPage } from './plan.page';
import { plansPage } from './plans.page';

/** A plan is shown whole, on one page, as it was printed. */
const ALL = { limit: 100_000 };

/** The plans and what stands in them. */
@ApiExcludeController()
@Controller('p/:partnership/plans')
export class PlansPageController {
  constructor(
    private readonly pages: Pages,
    private readonly queries: QueryBus,
    private readonly now: Now,
  ) {}

  @Get()
  @Does('plans.read')
  async plans(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @Param('partnership') partnership: string,
    @Query() query: Record<string, unknown>,
  ): Promise<void> {
    const view = viewOf(request, query, this.now.instant());
    const plans = await this.queries.execute(new ListPlans(partnership, view.times));
    await this.pages.send(request, response, plansPage(plans, `/p/${partnership}`, view));
  }

  @Get(':plan')
  @Does('plans.read')
  async plan(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @Param('partnership') partnership: string,
    @PlanIdParam('plan') plan: string,
    @Query() query: Record<string, unknown>,
  ): Promise<void> {
    const view = viewOf(request, query, this.now.instant());
    const [plans, priorities, steps] = await Promise.all([
      this.queries.execute(new ListPlans(partnership, view.times)),
      this.queries.execute(new ListPriorities(partnership, plan, view.times, ALL)),
      this.queries.execute(new ListSteps(partnership, plan, view.times, ALL)),
    ]);
    const head = plans.find(({ id }) => id === plan);
    if (!head || !priorities || !steps) throw notFound('There is no such plan here on that day.');
    const withStatus = steps.items.map((step) => ({ ...step, status: statusOfStep(step, view.times.asAt) }));
    const shown = planShown(head, priorities.items, withStatus);
    // What is recorded now is recorded about today.
    const person = view.shown ? undefined : request.person;
    await this.pages.send(request, response, planPage(shown, { base: `/p/${partnership}`, person }, view));
  }
}
