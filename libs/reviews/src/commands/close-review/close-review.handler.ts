import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { recordReview } from '../record-review';
import { CloseReview } from './close-review.command';

@CommandHandler(CloseReview)
export class CloseReviewHandler implements ICommandHandler<CloseReview> {
  constructor(private readonly recorder: Recorder) {}

  execute(command: CloseReview): Promise<Recorded> {
    return recordReview(this.recorder, command, { act: 'close', data: command.data });
  }
}
