import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { recordReview } from '../record-review';
import { SettleReviewProposal } from './settle-proposal.command';

@CommandHandler(SettleReviewProposal)
export class SettleReviewProposalHandler implements ICommandHandler<SettleReviewProposal> {
  constructor(private readonly recorder: Recorder) {}

  execute(command: SettleReviewProposal): Promise<Recorded> {
    return recordReview(this.recorder, command, command.data);
  }
}
