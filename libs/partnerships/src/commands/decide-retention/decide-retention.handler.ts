import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { partnershipStream } from '../../domain/partnership/stream';
import { deciderOf } from '../known-partnership';
import { DecideRetentionCommand } from './decide-retention.command';

@CommandHandler(DecideRetentionCommand)
export class DecideRetentionHandler implements ICommandHandler<DecideRetentionCommand> {
  constructor(private readonly recorder: Recorder) {}

  execute({ context, retention }: DecideRetentionCommand): Promise<Recorded> {
    const command = { type: 'DecideRetention', ...retention } as const;
    const decider = deciderOf(context.partnership);
    return this.recorder.record(decider, partnershipStream(context.partnership), context, command);
  }
}
