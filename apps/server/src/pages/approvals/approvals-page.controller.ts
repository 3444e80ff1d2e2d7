import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { ListProposals, type ProposalView, ReadProposal } from '@promise/approvals';
import type { TextErased } from '@promise/kernel';
import { ReadRecord } from '@promise/trail';
import type { Response } from 'express';
import { IdParam } from '../../api/conventions/id-param';
import { PartnershipParam } from '../../api/conventions/partnership-param';
import { notFound } from '../../api/conventions/problem';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { Does } from '../../sign-in/action';
import { Pages } from '../frame/pages';
import { Titles } from '../trail/titles';
import { approvalsPage } from './approvals.page';
import { proposalPage } from './proposal.page';

const A_PAGE = 20;
const MOST_WAITING = 500;

/** What waits for a second person, and what became of what waited. */
@ApiExcludeController()
@Controller('p/:partnership/approvals')
export class ApprovalsPageController {
  constructor(
    private readonly pages: Pages,
    private readonly queries: QueryBus,
    private readonly titles: Titles,
  ) {}

  @Get()
  @Does('approvals.read')
  async list(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @PartnershipParam() partnership: string,
    @Query('after') after: unknown,
  ): Promise<void> {
    const wanted = { limit: A_PAGE, ...(typeof after === 'string' && after !== '' ? { after } : {}) };
    const [waiting, settled, titles] = await Promise.all([
      this.queries.execute(new ListProposals(partnership, 'waiting', { limit: MOST_WAITING })),
      this.queries.execute(new ListProposals(partnership, 'settled', wanted)),
      this.titles.in(partnership),
    ]);
    const facts = {
      ...{ base: `/p/${partnership}`, person: request.person, waiting: waiting.items },
      ...{ settled: settled.items, next: settled.next, titles },
    };
    await this.pages.send(request, response, approvalsPage(facts));
  }

  @Get(':id')
  @Does('approvals.read')
  async one(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @PartnershipParam() partnership: string,
    @IdParam() id: string,
  ): Promise<void> {
    const proposal: ProposalView | null = await this.queries.execute(new ReadProposal(partnership, id));
    if (!proposal) throw notFound('There is no proposal with this id in this partnership.');
    const facts = {
      ...{ proposal, base: `/p/${partnership}`, person: request.person },
      ...{ titles: await this.titles.in(partnership), toErase: await this.toErase(partnership, proposal) },
    };
    await this.pages.send(request, response, proposalPage(facts));
  }

  /** What the records say that are to be erased. */
  private async toErase(partnership: string, { events }: ProposalView): Promise<readonly string[]> {
    const ids = events.flatMap(({ type, payload }) =>
      type === 'TextErased' ? (payload as TextErased['payload']).events : [],
    );
    const records = await Promise.all(ids.map((id) => this.queries.execute(new ReadRecord(partnership, id))));
    return records.flatMap((record) => (record ? [record.entry.what] : []));
  }
}
