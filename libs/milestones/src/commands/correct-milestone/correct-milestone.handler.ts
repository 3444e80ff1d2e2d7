import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { recordMilestone } from '../record-milestone';
import { References } from '../references';
import { CorrectMilestone } from './correct-milestone.command';

@CommandHandler(CorrectMilestone)
export class CorrectMilestoneHandler implements ICommandHandler<CorrectMilestone> {
  constructor(
    private readonly recorder: Recorder,
    private readonly references: References,
  ) {}

  async execute(command: CorrectMilestone): Promise<Recorded> {
    const { milestone, data, context } = command;
    // What is not of the right kind is for the domain to refuse.
    const parent = data.replace?.parent;
    if (typeof parent === 'string' && parent !== '') {
      await this.references.parent(context.partnership, milestone, parent, 'replace.parent');
    }
    const priorities = data.replace?.priorities;
    if (Array.isArray(priorities)) {
      const ids = priorities.filter((id): id is string => typeof id === 'string');
      await this.references.priorities(context.partnership, ids, 'replace.priorities');
    }
    return recordMilestone(this.recorder, command, { kind: 'correct', data });
  }
}
