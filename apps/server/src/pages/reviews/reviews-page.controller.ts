import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { ProposalsAbout } from '@promise/approvals';
import { ListReviews, ReadReview, reviewStream } from '@promise/reviews';
import type { Response } from 'express';
import { IdParam } from '../../api/conventions/id-param';
import { PartnershipParam } from '../../api/conventions/partnership-param';
import { notFound } from '../../api/conventions/problem';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { Does } from '../../sign-in/action';
import { WaitingHere } from '../approvals/waiting-here';
import { Pages } from '../frame/pages';
import { Titles } from '../trail/titles';
import { ReviewActions, reviewPage } from './review.page';
import { reviewsPage } from './reviews.page';

/** The reviews of a partnership, and one of them. */
@ApiExcludeController()
@Controller('p/:partnership/reviews')
export class ReviewsPageController {
  constructor(
    private readonly pages: Pages,
    private readonly queries: QueryBus,
    private readonly titles: Titles,
  ) {}

  @Get()
  @Does('reviews.read')
  async list(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @PartnershipParam() partnership: string,
  ): Promise<void> {
    const reviews = await this.queries.execute(new ListReviews(partnership));
    const page = reviewsPage({ base: `/p/${partnership}`, person: request.person, reviews });
    await this.pages.send(request, response, page);
  }

  @Get(':id')
  @Does('reviews.read')
  async one(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @PartnershipParam() partnership: string,
    @IdParam() id: string,
  ): Promise<void> {
    const [review, waiting, titles] = await Promise.all([
      this.queries.execute(new ReadReview(partnership, id)),
      this.queries.execute(new ProposalsAbout(partnership, reviewStream(partnership, id))),
      this.titles.in(partnership),
    ]);
    if (!review) throw notFound('There is no review with this id in this partnership.');
    const { person } = request;
    const base = `/p/${partnership}`;
    const closingWaits = waiting.some(({ change }) => change === 'review-closing');
    const actions = [
      WaitingHere({ proposals: waiting, base, person }),
      ReviewActions({ review, home: `${base}/reviews/${id}`, person, closingWaits }),
    ];
    await this.pages.send(request, response, reviewPage({ base, review, titles }, actions));
  }
}
