import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { FOUNDATIONS_AND_RIGHTS } from '@promise/kernel';
import { HORIZONS, ListMilestones, type MilestoneView, milestoneStream, ReadMilestone } from '@promise/milestones';
import { type Status, statusOfMilestone } from '@promise/timeline';
import { ReadHistory, type TrailEntry } from '@promise/trail';
import type { Response } from 'express';
import { Does } from '../../sign-in/action';
import { etagOf } from '../conventions/command-answer';
import { OneOfField } from '../conventions/fields';
import { IdParam } from '../conventions/id-param';
import { Now } from '../conventions/now';
import { type Page, pageWanted, TimedPageQuery } from '../conventions/paging';
import { PartnershipParam } from '../conventions/partnership-param';
import { notFound } from '../conventions/problem';
import { timesOf, TimesQuery } from '../conventions/times.dto';

class MilestonesWanted extends TimedPageQuery {
  @OneOfField(FOUNDATIONS_AND_RIGHTS, { description: 'Only this main foundation.', optional: true })
  foundation?: (typeof FOUNDATIONS_AND_RIGHTS)[number];

  @OneOfField(HORIZONS, { description: 'Only this horizon.', optional: true })
  horizon?: (typeof HORIZONS)[number];
}

type MilestoneAnswer = MilestoneView & { readonly status: Status; readonly moved: boolean };

/** Milestones as they stood on any day, and all that was ever recorded about one. */
@ApiTags('milestones')
@ApiBearerAuth()
@Controller('api/v1/partnerships/:partnership/milestones')
export class MilestonesController {
  constructor(
    private readonly queries: QueryBus,
    private readonly now: Now,
  ) {}

  @Get()
  @Does('milestones.read')
  @ApiOkResponse({ description: 'A page of milestones in the order in which they were proposed.' })
  async list(
    @PartnershipParam() partnership: string,
    @Query() query: MilestonesWanted,
  ): Promise<Page<MilestoneAnswer>> {
    const times = timesOf(query, this.now.instant());
    const { foundation, horizon } = query;
    const filter = { ...(foundation ? { foundation } : {}), ...(horizon ? { horizon } : {}) };
    const page = await this.queries.execute(new ListMilestones(partnership, times, filter, pageWanted(query)));
    return { items: page.items.map((view) => withStatus(view, times.asAt)), next: page.next };
  }

  @Get(':id')
  @Does('milestones.read')
  @ApiOkResponse({ description: 'One milestone; `ETag` is its version, for `If-Match`.' })
  async one(
    @PartnershipParam() partnership: string,
    @IdParam() id: string,
    @Query() query: TimesQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MilestoneAnswer> {
    const times = timesOf(query, this.now.instant());
    const view = await this.queries.execute(new ReadMilestone(partnership, id, times));
    if (!view) throw notFound('There is no milestone with this id in this partnership on that day.');
    response.set('ETag', etagOf(view.version));
    return withStatus(view, times.asAt);
  }

  @Get(':id/history')
  @Does('milestones.read')
  @ApiOkResponse({ description: 'Every event of the milestone in the order in which it was recorded.' })
  async history(
    @PartnershipParam() partnership: string,
    @IdParam() id: string,
    @Query() query: TimedPageQuery,
  ): Promise<Page<TrailEntry>> {
    const { knownAt } = timesOf(query, this.now.instant());
    const stream = milestoneStream(partnership, id);
    const page = await this.queries.execute(new ReadHistory(partnership, stream, knownAt, pageWanted(query)));
    if (page.items.length === 0 && query.cursor === undefined) {
      throw notFound('There is no milestone with this id in this partnership on that day.');
    }
    return page;
  }
}

function withStatus(view: MilestoneView, asAt: string): MilestoneAnswer {
  return { ...view, status: statusOfMilestone(view, asAt), moved: view.moves.length > 0 };
}
