import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { partnershipStream } from '../../domain/partnership/stream';
import { deciderOf } from '../known-partnership';
import { SettlePartnershipProposal } from './settle-proposal.command';

@CommandHandler(SettlePartnershipProposal)
export class SettlePartnershipProposalHandler implements ICommandHandler<SettlePartnershipProposal> {
  constructor(private readonly recorder: Recorder) {}

  execute({ context, settlement }: SettlePartnershipProposal): Promise<Recorded> {
    const { partnership } = context;
    return this.recorder.record(deciderOf(partnership), partnershipStream(partnership), context, settlement);
  }
}
