import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { membershipDecider } from '../../domain/membership/decide';
import { peopleStream } from '../../domain/membership/stream';
import { MakeLinkCommand } from './make-link.command';

@CommandHandler(MakeLinkCommand)
export class MakeLinkHandler implements ICommandHandler<MakeLinkCommand> {
  constructor(private readonly recorder: Recorder) {}

  execute({ context, person }: MakeLinkCommand): Promise<Recorded> {
    const command = { type: 'MakeLink', person } as const;
    return this.recorder.record(membershipDecider, peopleStream(context.partnership), context, command);
  }
}
