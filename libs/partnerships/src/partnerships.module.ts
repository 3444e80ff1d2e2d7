import { Module } from '@nestjs/common';
import { DecidePromiseStartHandler } from './commands/decide-promise-start/decide-promise-start.handler';
import { ImportPartnershipHandler } from './commands/import-partnership/import-partnership.handler';
import { PreviewPartnershipImportHandler } from './commands/import-partnership/preview-partnership-import.query';
import { PartnershipsQuery } from './read-models/partnerships/query';

/** The partnerships as tenants: needs `Recorder` and the `READ_SOURCE` from a global module. */
@Module({
  providers: [DecidePromiseStartHandler, ImportPartnershipHandler, PreviewPartnershipImportHandler, PartnershipsQuery],
  exports: [PartnershipsQuery],
})
export class PartnershipsModule {}
