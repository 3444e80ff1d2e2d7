import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { milestoneWithSecondPerson } from '../../domain/milestone/second-person';
import { milestoneStream } from '../../domain/milestone/stream';
import { References } from '../references';
import { ProposeMilestone } from './propose-milestone.command';

@CommandHandler(ProposeMilestone)
export class ProposeMilestoneHandler implements ICommandHandler<ProposeMilestone> {
  constructor(
    private readonly recorder: Recorder,
    private readonly references: References,
  ) {}

  async execute(command: ProposeMilestone): Promise<Recorded> {
    const { milestone, data, context } = command;
    const { partnership } = context;
    if (data.parent !== undefined) await this.references.parent(partnership, milestone, data.parent, 'parent');
    await this.references.priorities(partnership, data.priorities ?? [], 'priorities');
    const stream = milestoneStream(partnership, milestone);
    return this.recorder.recordNew(milestoneWithSecondPerson, stream, context, { kind: 'propose', milestone, data });
  }
}
