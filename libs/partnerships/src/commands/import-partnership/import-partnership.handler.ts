import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type RecordedEvent, refuse } from '@promise/kernel';
import { Recorder } from '@promise/recording';
import type { PartnershipEvent } from '../../domain/partnership/events';
import type { PartnershipPack } from '../../domain/partnership/pack';
import { previewPack } from '../../domain/partnership/preview';
import { foldPartnership } from '../../domain/partnership/state';
import { partnershipWithSecondPerson } from '../../domain/partnership/second-person';
import { partnershipStream } from '../../domain/partnership/stream';
import { ImportPartnershipCommand, type ImportedPartnership } from './import-partnership.command';

@CommandHandler(ImportPartnershipCommand)
export class ImportPartnershipHandler implements ICommandHandler<ImportPartnershipCommand> {
  constructor(private readonly recorder: Recorder) {}

  async execute({ context, pack }: ImportPartnershipCommand): Promise<ImportedPartnership> {
    refuseForeignPack(context.partnership, pack);
    const stream = partnershipStream(context.partnership);
    const command = { type: 'ImportPartnership', pack } as const;
    const recorded = await this.recorder.record(partnershipWithSecondPerson, stream, context, command);
    // Worked out from the log and not while deciding, so that a repeat of the command gets the same answer.
    const history = (await this.recorder.history(stream)) as RecordedEvent<PartnershipEvent>[];
    const first = history.findIndex(({ envelope }) => envelope.commandId === context.commandId);
    const before = first < 0 ? history : history.slice(0, first);
    return { recorded, ...previewPack(foldPartnership(before), pack) };
  }
}

/** A file of another partnership is never taken in under this one's name. */
export function refuseForeignPack(partnership: string, pack: PartnershipPack): void {
  if (pack.partnership === partnership) return;
  refuse('partnership', 'own-partnership', `the file is of ${pack.partnership}, not of ${partnership}`);
}
