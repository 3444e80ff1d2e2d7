import { Module } from '@nestjs/common';
import { ProposalsQuery } from './read-models/proposals/query';
import {
  ListProposalsHandler,
  ProposalsAboutHandler,
  ReadProposalHandler,
} from './read-models/proposals/read-proposals';
import { SettleProposalHandler } from './settle-proposal/settle-proposal.handler';

/** What needs a second person. Needs from elsewhere: the read side's `READ_SOURCE`, and the areas' own commands. */
@Module({
  providers: [ProposalsQuery, ListProposalsHandler, ReadProposalHandler, ProposalsAboutHandler, SettleProposalHandler],
})
export class ApprovalsModule {}
