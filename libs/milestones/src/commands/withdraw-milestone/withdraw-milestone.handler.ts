import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { recordMilestone } from '../record-milestone';
import { WithdrawMilestone } from './withdraw-milestone.command';

@CommandHandler(WithdrawMilestone)
export class WithdrawMilestoneHandler implements ICommandHandler<WithdrawMilestone> {
  constructor(private readonly recorder: Recorder) {}

  execute(command: WithdrawMilestone): Promise<Recorded> {
    return recordMilestone(this.recorder, command, { kind: 'withdraw', data: command.data });
  }
}
