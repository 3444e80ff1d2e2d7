import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { recordMilestone } from '../record-milestone';
import { AchieveMilestone } from './achieve-milestone.command';

@CommandHandler(AchieveMilestone)
export class AchieveMilestoneHandler implements ICommandHandler<AchieveMilestone> {
  constructor(private readonly recorder: Recorder) {}

  execute(command: AchieveMilestone): Promise<Recorded> {
    const dayGiven = command.context.effectiveOn !== undefined;
    return recordMilestone(this.recorder, command, { kind: 'achieve', data: command.data, dayGiven });
  }
}
