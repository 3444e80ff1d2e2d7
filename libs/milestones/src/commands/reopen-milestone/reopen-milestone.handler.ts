import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { recordMilestone } from '../record-milestone';
import { ReopenMilestone } from './reopen-milestone.command';

@CommandHandler(ReopenMilestone)
export class ReopenMilestoneHandler implements ICommandHandler<ReopenMilestone> {
  constructor(private readonly recorder: Recorder) {}

  execute(command: ReopenMilestone): Promise<Recorded> {
    return recordMilestone(this.recorder, command, { kind: 'reopen', data: command.data });
  }
}
