import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { RecordedEvent } from '@promise/kernel';
import { Recorder } from '@promise/recording';
import type { PartnershipEvent } from '../../domain/partnership/events';
import type { PartnershipPack } from '../../domain/partnership/pack';
import { type PartnershipDifference, previewPack } from '../../domain/partnership/preview';
import { foldPartnership } from '../../domain/partnership/state';
import { partnershipStream } from '../../domain/partnership/stream';
import { refuseForeignPack } from './import-partnership.handler';

/** What importing the file would change; writes nothing, and refuses what the import would refuse. */
export class PreviewPartnershipImportQuery extends Query<PartnershipDifference> {
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

  async execute({ partnership, pack }: PreviewPartnershipImportQuery): Promise<PartnershipDifference> {
    refuseForeignPack(partnership, pack);
    const history = await this.recorder.history(partnershipStream(partnership));
    return previewPack(foldPartnership(history as RecordedEvent<PartnershipEvent>[]), pack);
  }
}
