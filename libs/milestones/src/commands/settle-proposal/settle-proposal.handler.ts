import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { recordMilestone } from '../record-milestone';
import { SettleMilestoneProposal } from './settle-proposal.command';

@CommandHandler(SettleMilestoneProposal)
export class SettleMilestoneProposalHandler implements ICommandHandler<SettleMilestoneProposal> {
  constructor(private readonly recorder: Recorder) {}

  execute(command: SettleMilestoneProposal): Promise<Recorded> {
    return recordMilestone(this.recorder, command, command.data);
  }
}
