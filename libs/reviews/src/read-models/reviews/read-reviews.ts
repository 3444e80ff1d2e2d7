import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { ReviewsQuery } from './query';
import type { ReviewView } from './view';

/** The reviews of a partnership, the latest first. */
export class ListReviews extends Query<readonly ReviewView[]> {
  constructor(readonly partnership: string) {
    super();
  }
}

/** One review; null where there is none with this id in the partnership. */
export class ReadReview extends Query<ReviewView | null> {
  constructor(
    readonly partnership: string,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(ListReviews)
export class ListReviewsHandler implements IQueryHandler<ListReviews> {
  constructor(private readonly reviews: ReviewsQuery) {}

  execute({ partnership }: ListReviews): Promise<readonly ReviewView[]> {
    return this.reviews.all(partnership);
  }
}

@QueryHandler(ReadReview)
export class ReadReviewHandler implements IQueryHandler<ReadReview> {
  constructor(private readonly reviews: ReviewsQuery) {}

  execute({ partnership, id }: ReadReview): Promise<ReviewView | null> {
    return this.reviews.one(partnership, id);
  }
}
