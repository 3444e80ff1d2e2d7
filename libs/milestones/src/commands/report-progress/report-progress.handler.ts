import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { recordMilestone } from '../record-milestone';
import { ReportProgress } from './report-progress.command';

@CommandHandler(ReportProgress)
export class ReportProgressHandler implements ICommandHandler<ReportProgress> {
  constructor(private readonly recorder: Recorder) {}

  execute(command: ReportProgress): Promise<Recorded> {
    return recordMilestone(this.recorder, command, { kind: 'report-progress', data: command.data });
  }
}
