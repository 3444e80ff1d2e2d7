import { Command } from '@nestjs/cqrs';
import type { CommandContext, Recorded } from '@promise/recording';
import type { MatchRoles } from '../../domain/membership/commands';

/** Brings somebody's roles in the context's partnership in line with their groups at a sign-in service. */
export class MatchRolesCommand extends Command<Recorded> {
  constructor(
    readonly context: CommandContext,
    readonly matching: MatchRoles,
  ) {
    super();
  }
}
