import { type Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { SettleErasure } from '@promise/erasure';
import type { Settlement } from '@promise/kernel';
import { SettleMilestoneProposal } from '@promise/milestones';
import { SettlePartnershipProposal } from '@promise/partnerships';
import { type CommandContext, type Recorded, UnknownThing } from '@promise/recording';
import { SettleReviewProposal } from '@promise/reviews';
import { ProposalsQuery } from '../read-models/proposals/query';
import type { ProposalView } from '../read-models/proposals/view';
import { SettleProposal } from './settle-proposal.command';

/** Hands a settlement to whoever knows the rules of what the proposal is about. */
@CommandHandler(SettleProposal)
export class SettleProposalHandler implements ICommandHandler<SettleProposal> {
  constructor(
    private readonly proposals: ProposalsQuery,
    private readonly bus: CommandBus,
  ) {}

  /** @throws UnknownThing there is no such proposal in this partnership */
  async execute({ context, settlement }: SettleProposal): Promise<Recorded> {
    const proposal = await this.proposals.one(context.partnership, settlement.proposal);
    if (!proposal) throw new UnknownThing('proposal', settlement.proposal);
    return this.bus.execute(commandFor(proposal, settlement, context));
  }
}

function commandFor(
  { about, change, stream }: ProposalView,
  settlement: Settlement,
  context: CommandContext,
): Command<Recorded> {
  if (change === 'erasure') return new SettleErasure(context, stream, settlement);
  switch (about.kind) {
    case 'milestone':
      return new SettleMilestoneProposal(about.id, settlement, context);
    case 'partnership':
      return new SettlePartnershipProposal(context, settlement);
    case 'review':
      return new SettleReviewProposal(about.id, settlement, context);
    default:
      throw new TypeError(`nothing settles proposals about a ${about.kind}`);
  }
}
