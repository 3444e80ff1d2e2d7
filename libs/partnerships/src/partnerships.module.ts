import { Module } from '@nestjs/common';
import { ChangePublicationHandler } from './commands/change-publication/change-publication.handler';
import { DecideRetentionHandler } from './commands/decide-retention/decide-retention.handler';
import { DecideThemesHandler } from './commands/decide-themes/decide-themes.handler';
import { RegisterPartnershipHandler } from './commands/register-partnership/register-partnership.handler';
import { RenamePartnershipHandler } from './commands/rename-partnership/rename-partnership.handler';
import { DecidePromiseStartHandler } from './commands/decide-promise-start/decide-promise-start.handler';
import { ImportPartnershipHandler } from './commands/import-partnership/import-partnership.handler';
import { PreviewPartnershipImportHandler } from './commands/import-partnership/preview-partnership-import.query';
import { SettlePartnershipProposalHandler } from './commands/settle-proposal/settle-proposal.handler';
import { PartnershipsQuery } from './read-models/partnerships/query';

/** The partnerships as tenants: needs `Recorder` and the `READ_SOURCE` from a global module. */
@Module({
  providers: [
    RegisterPartnershipHandler,
    RenamePartnershipHandler,
    ChangePublicationHandler,
    DecidePromiseStartHandler,
    DecideThemesHandler,
    DecideRetentionHandler,
    ImportPartnershipHandler,
    PreviewPartnershipImportHandler,
    SettlePartnershipProposalHandler,
    PartnershipsQuery,
  ],
  exports: [PartnershipsQuery],
})
export class PartnershipsModule {}
