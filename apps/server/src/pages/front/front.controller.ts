import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { mayDo } from '@promise/identity';
import { PartnershipsQuery } from '@promise/partnerships';
import { ReadTimeline } from '@promise/timeline';
import type { Response } from 'express';
import { Now } from '../../api/conventions/now';
import { notFound } from '../../api/conventions/problem';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { Does } from '../../sign-in/action';
import { Beginnings } from '../../sign-in/beginnings';
import { Pages } from '../frame/pages';
import { viewOf } from '../frame/view';
import { frontPage } from './front.page';
import { partnershipsPage } from './partnerships.page';

/** Shown first where it is here; else the only partnership, or a choice. */
const FIRST = 'north-lanarkshire';

/** How a partnership is doing, in words first. */
@ApiExcludeController()
@Controller()
export class FrontController {
  constructor(
    private readonly pages: Pages,
    private readonly queries: QueryBus,
    private readonly partnerships: PartnershipsQuery,
    private readonly now: Now,
    private readonly beginnings: Beginnings,
  ) {}

  @Get()
  @Does('pages.read')
  async home(@Req() request: GuardedRequest, @Res() response: Response): Promise<void> {
    const own = request.person ? await this.beginnings.homeOf(request.person.id) : null;
    if (own !== null) {
      response.redirect(302, own);
      return;
    }
    const all = await this.partnerships.list();
    const [first] = all.filter(({ partnership }) => partnership === FIRST || all.length === 1);
    response.redirect(302, first ? `/p/${first.partnership}` : '/partnerships');
  }

  @Get('partnerships')
  @Does('pages.read')
  async choice(@Req() request: GuardedRequest, @Res() response: Response): Promise<void> {
    const waiting = request.person ? await this.beginnings.waitingFor(request.person.id) : null;
    await this.pages.send(request, response, partnershipsPage(await this.partnerships.list(), waiting));
  }

  @Get('p/:partnership')
  @Does('timeline.read')
  async front(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @Param('partnership') partnership: string,
    @Query() query: Record<string, unknown>,
  ): Promise<void> {
    const view = viewOf(request, query, this.now.instant());
    const timeline = await this.queries.execute(
      new ReadTimeline(partnership, { horizon: 10, lanes: 'foundation' }, view.times),
    );
    if (!timeline) throw notFound('There is no such partnership here.');
    const known = await this.partnerships.one(partnership, view.times);
    const mayCompare = request.person !== undefined && mayDo('compare.read', request.person.roles);
    await this.pages.send(
      request,
      response,
      frontPage(timeline, known?.themes ?? [], view, this.now.today(), mayCompare),
    );
  }
}
