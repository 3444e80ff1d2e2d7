import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ListReviews, ReadReview, type ReviewView } from '@promise/reviews';
import type { Response } from 'express';
import { Does } from '../../sign-in/action';
import { etagOf } from '../conventions/command-answer';
import { IdParam } from '../conventions/id-param';
import { type Page, pageById, PageQuery, pageWanted } from '../conventions/paging';
import { PartnershipParam } from '../conventions/partnership-param';
import { notFound } from '../conventions/problem';

/** Reviews as they are now; the trail keeps how they came to be so. */
@ApiTags('reviews')
@ApiBearerAuth()
@Controller('api/v1/partnerships/:partnership/reviews')
export class ReviewsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Does('reviews.read')
  @ApiOkResponse({ description: 'A page of reviews, the latest first.' })
  async list(@PartnershipParam() partnership: string, @Query() query: PageQuery): Promise<Page<ReviewView>> {
    return pageById(await this.queries.execute(new ListReviews(partnership)), pageWanted(query));
  }

  @Get(':id')
  @Does('reviews.read')
  @ApiOkResponse({ description: 'One review; `ETag` is its version, for `If-Match`.' })
  async one(
    @PartnershipParam() partnership: string,
    @IdParam() id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReviewView> {
    const view = await this.queries.execute(new ReadReview(partnership, id));
    if (!view) throw notFound('There is no review with this id in this partnership.');
    response.set('ETag', etagOf(view.version));
    return view;
  }
}
