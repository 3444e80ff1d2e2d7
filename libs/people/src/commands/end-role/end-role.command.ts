import { Command } from '@nestjs/cqrs';
import type { CommandContext, Recorded } from '@promise/recording';
import type { EndRole } from '../../domain/membership/commands';

/** Takes a role from somebody in the context's partnership, at once. */
export class EndRoleCommand extends Command<Recorded> {
  constructor(
    readonly context: CommandContext,
    readonly ending: EndRole,
  ) {
    super();
  }
}
