import { Module } from '@nestjs/common';
import { CloseReviewHandler } from './commands/close-review/close-review.handler';
import { NoteFindingHandler } from './commands/note-finding/note-finding.handler';
import { OpenReviewHandler } from './commands/open-review/open-review.handler';
import { SettleReviewProposalHandler } from './commands/settle-proposal/settle-proposal.handler';
import { ReviewsQuery } from './read-models/reviews/query';
import { ListReviewsHandler, ReadReviewHandler } from './read-models/reviews/read-reviews';

/** Reviews. Needs from elsewhere: `Recorder`, `MilestoneDirectory` and the read side's `READ_SOURCE`. */
@Module({
  providers: [
    ReviewsQuery,
    ListReviewsHandler,
    ReadReviewHandler,
    OpenReviewHandler,
    NoteFindingHandler,
    CloseReviewHandler,
    SettleReviewProposalHandler,
  ],
})
export class ReviewsModule {}
