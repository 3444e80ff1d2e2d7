import { Command } from '@nestjs/cqrs';
import type { CommandContext, Recorded } from '@promise/recording';

/** Records that somebody gets a new link to choose how to sign in; the link itself stands in no event. */
export class MakeLinkCommand extends Command<Recorded> {
  constructor(
    readonly context: CommandContext,
    readonly person: string,
  ) {
    super();
  }
}
