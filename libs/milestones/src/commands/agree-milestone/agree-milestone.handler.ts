import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { recordMilestone, soOn } from '../record-milestone';
import { AgreeMilestone } from './agree-milestone.command';

@CommandHandler(AgreeMilestone)
export class AgreeMilestoneHandler implements ICommandHandler<AgreeMilestone> {
  constructor(private readonly recorder: Recorder) {}

  execute(command: AgreeMilestone): Promise<Recorded> {
    const { milestone, data, context } = command;
    return recordMilestone(this.recorder, { milestone, context: soOn(context, data.date) }, { kind: 'agree', data });
  }
}
