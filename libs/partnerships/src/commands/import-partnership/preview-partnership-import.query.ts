import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { RecordedEvent } from '@promise/kernel';
import { Recorder } from '@promise/recording';
import type { PartnershipEvent } from '../../domain/partnership/events';
import type { PartnershipPack } from '../../domain/partnership/pack';
import { type PartnershipDifference, previewPack } from '../../domain/partnership/preview';
import { foldPartnership } from '../../domain/partnership/state';
import { partnershipStream } from '../../domain/partnership/stream';
import { refuseForeignPack } from './import-partnership.handler';

/** What an import would do to the partnership as it is at this version of its stream; -1 where there is none yet. */
export interface PreviewedPartnership extends PartnershipDifference {
  readonly version: number;
}

/** What importing the file would change; writes nothing, and refuses what the import would refuse. */
export class PreviewPartnershipImportQuery extends Query<PreviewedPartnership> {
  constructor(
    readonly partnership: string,
    readonly pack: PartnershipPack,
  ) {
    super();
  }
}

@QueryHandler(PreviewPartnershipImportQuery)
export class PreviewPartnershipImportHandler implements IQueryHandler<PreviewPartnershipImportQuery> {
  constructor(private readonly recorder: Recorder) {}

  async execute({ partnership, pack }: PreviewPartnershipImportQuery): Promise<PreviewedPartnership> {
    refuseForeignPack(partnership, pack);
    const history = await this.recorder.history(partnershipStream(partnership));
    const difference = previewPack(foldPartnership(history as RecordedEvent<PartnershipEvent>[]), pack);
    return { ...difference, version: history.length - 1 };
  }
}
