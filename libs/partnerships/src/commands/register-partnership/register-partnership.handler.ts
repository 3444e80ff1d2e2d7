import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { partnershipWithSecondPerson } from '../../domain/partnership/second-person';
import { partnershipStream } from '../../domain/partnership/stream';
import { RegisterPartnershipCommand } from './register-partnership.command';

@CommandHandler(RegisterPartnershipCommand)
export class RegisterPartnershipHandler implements ICommandHandler<RegisterPartnershipCommand> {
  constructor(private readonly recorder: Recorder) {}

  execute({ context, registration }: RegisterPartnershipCommand): Promise<Recorded> {
    const command = { type: 'RegisterPartnership', ...registration } as const;
    return this.recorder.record(partnershipWithSecondPerson, partnershipStream(context.partnership), context, command);
  }
}
