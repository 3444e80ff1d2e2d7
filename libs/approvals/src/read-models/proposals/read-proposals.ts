import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Standing } from '@promise/kernel';
import { type ProposalPage, ProposalsQuery } from './query';
import type { ProposalView } from './view';

/** The proposals of a partnership, the latest first; of one standing where one is named, or whatever is settled. */
export class ListProposals extends Query<ProposalPage> {
  constructor(
    readonly partnership: string,
    readonly standing: Standing | 'settled' | undefined,
    readonly page: { readonly limit: number; readonly after?: string },
  ) {
    super();
  }
}

/** One proposal; null where there is none with this id in the partnership. */
export class ReadProposal extends Query<ProposalView | null> {
  constructor(
    readonly partnership: string,
    readonly id: string,
  ) {
    super();
  }
}

/** What waits about one thing, by the stream of its events. */
export class ProposalsAbout extends Query<readonly ProposalView[]> {
  constructor(
    readonly partnership: string,
    readonly stream: string,
  ) {
    super();
  }
}

@QueryHandler(ListProposals)
export class ListProposalsHandler implements IQueryHandler<ListProposals> {
  constructor(private readonly proposals: ProposalsQuery) {}

  execute({ partnership, standing, page }: ListProposals): Promise<ProposalPage> {
    return this.proposals.list(partnership, standing, page);
  }
}

@QueryHandler(ReadProposal)
export class ReadProposalHandler implements IQueryHandler<ReadProposal> {
  constructor(private readonly proposals: ProposalsQuery) {}

  execute({ partnership, id }: ReadProposal): Promise<ProposalView | null> {
    return this.proposals.one(partnership, id);
  }
}

@QueryHandler(ProposalsAbout)
export class ProposalsAboutHandler implements IQueryHandler<ProposalsAbout> {
  constructor(private readonly proposals: ProposalsQuery) {}

  execute({ partnership, stream }: ProposalsAbout): Promise<readonly ProposalView[]> {
    return this.proposals.waitingOf(partnership, stream);
  }
}
