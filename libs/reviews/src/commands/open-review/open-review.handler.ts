import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { reviewWithSecondPerson } from '../../domain/review/second-person';
import { reviewStream } from '../../domain/review/stream';
import { OpenReview } from './open-review.command';

@CommandHandler(OpenReview)
export class OpenReviewHandler implements ICommandHandler<OpenReview> {
  constructor(private readonly recorder: Recorder) {}

  execute({ review, data, context }: OpenReview): Promise<Recorded> {
    const stream = reviewStream(context.partnership, review);
    return this.recorder.recordNew(reviewWithSecondPerson, stream, context, { act: 'open', review, data });
  }
}
