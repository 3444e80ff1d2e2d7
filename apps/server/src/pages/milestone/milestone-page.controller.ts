import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { ProposalsAbout } from '@promise/approvals';
import { milestoneStream, ReadMilestone } from '@promise/milestones';
import { ReadHistory } from '@promise/trail';
import type { Response } from 'express';
import { IdParam } from '../../api/conventions/id-param';
import { Now } from '../../api/conventions/now';
import { notFound } from '../../api/conventions/problem';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { Does } from '../../sign-in/action';
import { WaitingHere } from '../approvals/waiting-here';
import { Pages } from '../frame/pages';
import { eraseAt } from '../record/erase/erase-at';
import { viewOf } from '../frame/view';
import { MilestoneActions } from '../record/offered/milestone-actions';
import { historyPage } from './history.page';
import { kindOfMilestone } from './milestone-view';
import { relatedTo } from './related';
import { storyPage } from './story.page';

const A_PAGE = 100;
const NOT_THERE = 'There is no such milestone here on that day.';

/** One milestone: its story, and everything on record about it. */
@ApiExcludeController()
@Controller('p/:partnership/milestones/:id')
export class MilestonePageController {
  constructor(
    private readonly pages: Pages,
    private readonly queries: QueryBus,
    private readonly now: Now,
  ) {}

  @Get()
  @Does('milestones.read')
  async story(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @Param('partnership') partnership: string,
    @IdParam() id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<void> {
    const view = viewOf(request, query, this.now.instant());
    const milestone = await this.queries.execute(new ReadMilestone(partnership, id, view.times));
    if (!milestone) throw notFound(NOT_THERE);
    const base = `/p/${partnership}`;
    const related = await relatedTo(this.queries, milestone, base, view);
    const kind = kindOfMilestone(milestone, view.times.asAt);
    // What is recorded now is recorded about today.
    const { person } = view.shown ? {} : request;
    const waiting = await this.queries.execute(new ProposalsAbout(partnership, milestoneStream(partnership, id)));
    const actions = [
      WaitingHere({ proposals: waiting, base, person }),
      MilestoneActions({ milestone, home: `${base}/milestones/${id}`, person }),
    ];
    await this.pages.send(request, response, storyPage({ milestone, kind, base, view, ...related }, actions));
  }

  @Get('history')
  @Does('milestones.read')
  async history(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @Param('partnership') partnership: string,
    @IdParam() id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<void> {
    const view = viewOf(request, query, this.now.instant());
    const after = typeof query.after === 'string' && query.after !== '' ? { after: query.after } : {};
    const stream = milestoneStream(partnership, id);
    const [milestone, records] = await Promise.all([
      this.queries.execute(new ReadMilestone(partnership, id, view.times)),
      this.queries.execute(new ReadHistory(partnership, stream, view.times.knownAt, { limit: A_PAGE, ...after })),
    ]);
    if (records.items.length === 0) throw notFound(NOT_THERE);
    const story = `/p/${partnership}/milestones/${id}`;
    await this.pages.send(
      request,
      response,
      historyPage({ milestone, records, story, view, eraseAt: eraseAt(request) }),
    );
  }
}
