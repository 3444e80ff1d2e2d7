import { Command } from '@nestjs/cqrs';
import type { CommandContext, Recorded } from '@promise/recording';
import type { Published } from '../../domain/partnership/pack';

/** What anybody may read of the context’s partnership. */
export class ChangePublicationCommand extends Command<Recorded> {
  constructor(
    readonly context: CommandContext,
    readonly publishes: readonly Published[],
  ) {
    super();
  }
}
