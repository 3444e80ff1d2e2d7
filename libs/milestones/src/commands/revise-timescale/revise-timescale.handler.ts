import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { recordMilestone } from '../record-milestone';
import { ReviseTimescale } from './revise-timescale.command';

@CommandHandler(ReviseTimescale)
export class ReviseTimescaleHandler implements ICommandHandler<ReviseTimescale> {
  constructor(private readonly recorder: Recorder) {}

  execute(command: ReviseTimescale): Promise<Recorded> {
    return recordMilestone(this.recorder, command, { kind: 'revise-timescale', data: command.data });
  }
}
