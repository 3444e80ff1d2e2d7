import { Command } from '@nestjs/cqrs';
import type { CommandContext, Recorded } from '@promise/recording';
import type { GrantRole } from '../../domain/membership/commands';

/** Gives somebody a role in the context's partnership. */
export class GrantRoleCommand extends Command<Recorded> {
  constructor(
    readonly context: CommandContext,
    readonly grant: GrantRole,
  ) {
    super();
  }
}
