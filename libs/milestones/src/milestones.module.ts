import { Module } from '@nestjs/common';
import { AchieveMilestoneHandler } from './commands/achieve-milestone/achieve-milestone.handler';
import { AgreeMilestoneHandler } from './commands/agree-milestone/agree-milestone.handler';
import { AttachEvidenceHandler } from './commands/attach-evidence/attach-evidence.handler';
import { ChangeLeadsHandler } from './commands/change-leads/change-leads.handler';
import { CorrectMilestoneHandler } from './commands/correct-milestone/correct-milestone.handler';
import { ProposeMilestoneHandler } from './commands/propose-milestone/propose-milestone.handler';
import { ReopenMilestoneHandler } from './commands/reopen-milestone/reopen-milestone.handler';
import { ReportProgressHandler } from './commands/report-progress/report-progress.handler';
import { ReviseTimescaleHandler } from './commands/revise-timescale/revise-timescale.handler';
import { SettleMilestoneProposalHandler } from './commands/settle-proposal/settle-proposal.handler';
import { StartMilestoneHandler } from './commands/start-milestone/start-milestone.handler';
import { TellYoungPeopleHandler } from './commands/tell-young-people/tell-young-people.handler';
import { WithdrawMilestoneHandler } from './commands/withdraw-milestone/withdraw-milestone.handler';
import { References } from './commands/references';
import { ListMilestonesHandler } from './read-models/milestones/list-milestones.handler';
import { MilestonesQuery } from './read-models/milestones/query';
import { ReadMilestoneHandler } from './read-models/milestones/read-milestone.handler';

/**
 * Commands and queries of milestones. Needs from elsewhere: `Recorder`, `PriorityDirectory` and the read side's
 * `READ_SOURCE`.
 */
@Module({
  providers: [
    References,
    MilestonesQuery,
    ListMilestonesHandler,
    ReadMilestoneHandler,
    ProposeMilestoneHandler,
    AgreeMilestoneHandler,
    StartMilestoneHandler,
    ReportProgressHandler,
    ReviseTimescaleHandler,
    TellYoungPeopleHandler,
    AttachEvidenceHandler,
    AchieveMilestoneHandler,
    ReopenMilestoneHandler,
    WithdrawMilestoneHandler,
    ChangeLeadsHandler,
    CorrectMilestoneHandler,
    SettleMilestoneProposalHandler,
  ],
  exports: [MilestonesQuery],
})
export class MilestonesModule {}
