import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { recordMilestone } from '../record-milestone';
import { AttachEvidence } from './attach-evidence.command';

@CommandHandler(AttachEvidence)
export class AttachEvidenceHandler implements ICommandHandler<AttachEvidence> {
  constructor(private readonly recorder: Recorder) {}

  execute(command: AttachEvidence): Promise<Recorded> {
    return recordMilestone(this.recorder, command, { kind: 'attach-evidence', data: command.data });
  }
}
