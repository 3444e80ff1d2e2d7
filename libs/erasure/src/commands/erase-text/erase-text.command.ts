import { Command } from '@nestjs/cqrs';
import type { CommandContext, Recorded } from '@promise/recording';
import type { EraseText } from '../../domain/erasure/decide';

/** Proposes that texts of a stream be erased for good. */
export class EraseTextCommand extends Command<Recorded> {
  constructor(
    readonly context: CommandContext,
    readonly stream: string,
    readonly asked: EraseText,
  ) {
    super();
  }
}
