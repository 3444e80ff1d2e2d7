import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { recordMilestone, soOn } from '../record-milestone';
import { AchieveMilestone } from './achieve-milestone.command';

@CommandHandler(AchieveMilestone)
export class AchieveMilestoneHandler implements ICommandHandler<AchieveMilestone> {
  constructor(private readonly recorder: Recorder) {}

  execute(command: AchieveMilestone): Promise<Recorded> {
    const { milestone, data, context } = command;
    return recordMilestone(this.recorder, { milestone, context: soOn(context, data.date) }, { kind: 'achieve', data });
  }
}
