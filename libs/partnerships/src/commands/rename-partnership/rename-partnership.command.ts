import { Command } from '@nestjs/cqrs';
import type { CommandContext, Recorded } from '@promise/recording';

/** What the context’s partnership is called from now on. */
export class RenamePartnershipCommand extends Command<Recorded> {
  constructor(
    readonly context: CommandContext,
    readonly name: string,
  ) {
    super();
  }
}
