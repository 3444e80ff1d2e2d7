import { Command } from '@nestjs/cqrs';
import type { CommandContext, Recorded } from '@promise/recording';
import type { RetentionInput } from '../../domain/partnership/commands';

/** How long people’s accounts are kept after their last role here. */
export class DecideRetentionCommand extends Command<Recorded> {
  constructor(
    readonly context: CommandContext,
    readonly retention: RetentionInput,
  ) {
    super();
  }
}
