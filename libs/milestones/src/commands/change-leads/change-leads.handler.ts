import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { recordMilestone } from '../record-milestone';
import { ChangeLeads } from './change-leads.command';

@CommandHandler(ChangeLeads)
export class ChangeLeadsHandler implements ICommandHandler<ChangeLeads> {
  constructor(private readonly recorder: Recorder) {}

  execute(command: ChangeLeads): Promise<Recorded> {
    return recordMilestone(this.recorder, command, { kind: 'change-leads', data: command.data });
  }
}
