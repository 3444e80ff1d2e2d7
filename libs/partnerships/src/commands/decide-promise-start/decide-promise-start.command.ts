import { Command } from '@nestjs/cqrs';
import type { CommandContext, Recorded } from '@promise/recording';
import type { PromiseStartInput } from '../../domain/partnership/commands';

/** Sets the day that the 5- and 10-year marks of the context's partnership count from. */
export class DecidePromiseStartCommand extends Command<Recorded> {
  constructor(
    readonly context: CommandContext,
    readonly start: PromiseStartInput,
  ) {
    super();
  }
}
