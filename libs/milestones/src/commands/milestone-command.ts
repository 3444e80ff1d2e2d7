import { Command } from '@nestjs/cqrs';
import type { CommandContext, Recorded } from '@promise/recording';

/** A command about one milestone, and who asks for it. */
export abstract class MilestoneCommandOf<Data> extends Command<Recorded> {
  constructor(
    readonly milestone: string,
    readonly data: Data,
    readonly context: CommandContext,
  ) {
    super();
  }
}
