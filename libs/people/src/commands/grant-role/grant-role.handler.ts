import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { membershipDecider } from '../../domain/membership/decide';
import { peopleStream } from '../../domain/membership/stream';
import { GrantRoleCommand } from './grant-role.command';

@CommandHandler(GrantRoleCommand)
export class GrantRoleHandler implements ICommandHandler<GrantRoleCommand> {
  constructor(private readonly recorder: Recorder) {}

  execute({ context, grant }: GrantRoleCommand): Promise<Recorded> {
    const command = { type: 'GrantRole', ...grant } as const;
    return this.recorder.record(membershipDecider, peopleStream(context.partnership), context, command);
  }
}
