import { Command } from '@nestjs/cqrs';
import type { Settlement } from '@promise/kernel';
import type { CommandContext, Recorded } from '@promise/recording';

/** A change of the context's partnership that was proposed is approved, refused or taken back. */
export class SettlePartnershipProposal extends Command<Recorded> {
  constructor(
    readonly context: CommandContext,
    readonly settlement: Settlement,
  ) {
    super();
  }
}
