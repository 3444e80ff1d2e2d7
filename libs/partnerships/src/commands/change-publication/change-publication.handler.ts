import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { partnershipStream } from '../../domain/partnership/stream';
import { deciderOf } from '../known-partnership';
import { ChangePublicationCommand } from './change-publication.command';

@CommandHandler(ChangePublicationCommand)
export class ChangePublicationHandler implements ICommandHandler<ChangePublicationCommand> {
  constructor(private readonly recorder: Recorder) {}

  execute({ context, publishes }: ChangePublicationCommand): Promise<Recorded> {
    const command = { type: 'ChangePublication', publishes } as const;
    const decider = deciderOf(context.partnership);
    return this.recorder.record(decider, partnershipStream(context.partnership), context, command);
  }
}
