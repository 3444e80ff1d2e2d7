import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { refuse } from '@promise/kernel';
import { type Recorded, Recorder } from '@promise/recording';
import { MilestoneDirectory } from '../milestone-directory.port';
import { recordReview } from '../record-review';
import { NoteFinding } from './note-finding.command';

@CommandHandler(NoteFinding)
export class NoteFindingHandler implements ICommandHandler<NoteFinding> {
  constructor(
    private readonly recorder: Recorder,
    private readonly milestones: MilestoneDirectory,
  ) {}

  /** @throws Refusal `milestone`: the partnership has no such milestone */
  async execute(command: NoteFinding): Promise<Recorded> {
    const { data, context } = command;
    if (data.milestone !== undefined && !(await this.milestones.has(context.partnership, data.milestone))) {
      refuse('milestone', 'milestone-exists', 'there is no such milestone here');
    }
    return recordReview(this.recorder, command, { act: 'note-finding', data });
  }
}
