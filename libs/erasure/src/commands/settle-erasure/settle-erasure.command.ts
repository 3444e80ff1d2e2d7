import { Command } from '@nestjs/cqrs';
import type { Settlement } from '@promise/kernel';
import type { CommandContext, Recorded } from '@promise/recording';

/** A proposal to erase texts of a stream is approved, refused or taken back. */
export class SettleErasure extends Command<Recorded> {
  constructor(
    readonly context: CommandContext,
    readonly stream: string,
    readonly settlement: Settlement,
  ) {
    super();
  }
}
