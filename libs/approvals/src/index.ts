export { ApprovalsModule } from './approvals.module';
export { proposalsProjection } from './read-models/proposals/projection';
export type { ProposalPage } from './read-models/proposals/query';
export { ListProposals, ProposalsAbout, ReadProposal } from './read-models/proposals/read-proposals';
export type { ProposalView, SettledView } from './read-models/proposals/view';
export { SettleProposal } from './settle-proposal/settle-proposal.command';
