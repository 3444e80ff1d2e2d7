import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { membershipDecider } from '../../domain/membership/decide';
import { peopleStream } from '../../domain/membership/stream';
import { MatchRolesCommand } from './match-roles.command';

@CommandHandler(MatchRolesCommand)
export class MatchRolesHandler implements ICommandHandler<MatchRolesCommand> {
  constructor(private readonly recorder: Recorder) {}

  execute({ context, matching }: MatchRolesCommand): Promise<Recorded> {
    const command = { type: 'MatchRoles', ...matching } as const;
    return this.recorder.record(membershipDecider, peopleStream(context.partnership), context, command);
  }
}
