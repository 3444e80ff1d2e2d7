import { Command } from '@nestjs/cqrs';
import type { CommandContext, Recorded } from '@promise/recording';
import type { PartnershipPack } from '../../domain/partnership/pack';
import type { PartnershipDifference } from '../../domain/partnership/preview';

/** What an import changed, what does not count and why, and where its events stand. */
export interface ImportedPartnership extends PartnershipDifference {
  readonly recorded: Recorded;
}

/** Takes a partnership's file; the context's basis says which document it was copied from. */
export class ImportPartnershipCommand extends Command<ImportedPartnership> {
  constructor(
    readonly context: CommandContext,
    readonly pack: PartnershipPack,
  ) {
    super();
  }
}
