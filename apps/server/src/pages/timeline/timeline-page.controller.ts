import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { londonDay } from '@promise/kernel';
import { ReadTimeline, type Timeline, type TimelineWanted } from '@promise/timeline';
import type { Response } from 'express';
import { Now } from '../../api/conventions/now';
import { notFound } from '../../api/conventions/problem';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { Does } from '../../sign-in/action';
import { Pages } from '../frame/pages';
import { type View, viewOf } from '../frame/view';
import { foundationPage } from '../foundation/foundation.page';
import { timelinePage } from './timeline.page';

/** The timeline, whole or of one foundation. */
@ApiExcludeController()
@Controller('p/:partnership')
export class TimelinePageController {
  constructor(
    private readonly pages: Pages,
    private readonly queries: QueryBus,
    private readonly now: Now,
  ) {}

  @Get('timeline')
  @Does('timeline.read')
  async timeline(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @Param('partnership') partnership: string,
    @Query() query: Record<string, unknown>,
  ): Promise<void> {
    const view = viewOf(request, query, this.now.instant());
    const wanted = {
      horizon: query.horizon === '5' ? 5 : 10,
      lanes: query.lanes === 'theme' ? 'theme' : 'foundation',
    } as const;
    const timeline = await this.read(partnership, wanted, view);
    await this.pages.send(request, response, timelinePage(timeline, view, this.today()));
  }

  @Get('foundations/:key')
  @Does('timeline.read')
  async foundation(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @Param() { partnership, key }: { partnership: string; key: string },
    @Query() query: Record<string, unknown>,
  ): Promise<void> {
    const view = viewOf(request, query, this.now.instant());
    const timeline = await this.read(partnership, { horizon: 10, lanes: 'foundation' }, view);
    const lane = timeline.lanes.find((each) => each.key === key);
    if (!lane) throw notFound('There is no such foundation.');
    await this.pages.send(request, response, foundationPage({ ...timeline, lanes: [lane] }, lane, view, this.today()));
  }

  private async read(partnership: string, wanted: TimelineWanted, view: View): Promise<Timeline> {
    const timeline = await this.queries.execute(new ReadTimeline(partnership, wanted, view.times));
    if (!timeline) throw notFound('There is no such partnership here.');
    return timeline;
  }

  private today(): string {
    return londonDay(this.now.instant());
  }
}
