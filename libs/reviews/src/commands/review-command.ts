import { Command } from '@nestjs/cqrs';
import type { CommandContext, Recorded } from '@promise/recording';

/** A command about one review, and who asks for it. */
export abstract class ReviewCommandOf<Data> extends Command<Recorded> {
  constructor(
    readonly review: string,
    readonly data: Data,
    readonly context: CommandContext,
  ) {
    super();
  }
}
