import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { recordMilestone } from '../record-milestone';
import { StartMilestone } from './start-milestone.command';

@CommandHandler(StartMilestone)
export class StartMilestoneHandler implements ICommandHandler<StartMilestone> {
  constructor(private readonly recorder: Recorder) {}

  execute(command: StartMilestone): Promise<Recorded> {
    return recordMilestone(this.recorder, command, { kind: 'start', data: command.data });
  }
}
