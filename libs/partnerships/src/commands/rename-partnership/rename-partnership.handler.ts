import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { partnershipStream } from '../../domain/partnership/stream';
import { deciderOf } from '../known-partnership';
import { RenamePartnershipCommand } from './rename-partnership.command';

@CommandHandler(RenamePartnershipCommand)
export class RenamePartnershipHandler implements ICommandHandler<RenamePartnershipCommand> {
  constructor(private readonly recorder: Recorder) {}

  execute({ context, name }: RenamePartnershipCommand): Promise<Recorded> {
    const command = { type: 'RenamePartnership', name } as const;
    const decider = deciderOf(context.partnership);
    return this.recorder.record(decider, partnershipStream(context.partnership), context, command);
  }
}
