import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { membershipDecider } from '../../domain/membership/decide';
import { peopleStream } from '../../domain/membership/stream';
import { EndRoleCommand } from './end-role.command';

@CommandHandler(EndRoleCommand)
export class EndRoleHandler implements ICommandHandler<EndRoleCommand> {
  constructor(private readonly recorder: Recorder) {}

  execute({ context, ending }: EndRoleCommand): Promise<Recorded> {
    const command = { type: 'EndRole', ...ending } as const;
    return this.recorder.record(membershipDecider, peopleStream(context.partnership), context, command);
  }
}
