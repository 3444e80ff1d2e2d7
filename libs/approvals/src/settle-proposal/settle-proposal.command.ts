import { Command } from '@nestjs/cqrs';
import type { Settlement } from '@promise/kernel';
import type { CommandContext, Recorded } from '@promise/recording';

/** A proposal of the context's partnership is approved, refused or taken back, whatever it is about. */
export class SettleProposal extends Command<Recorded> {
  constructor(
    readonly context: CommandContext,
    readonly settlement: Settlement,
  ) {
    super();
  }
}
