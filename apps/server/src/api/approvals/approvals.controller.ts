import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ListProposals, type ProposalView, ReadProposal, SettleProposal } from '@promise/approvals';
import type { Settlement } from '@promise/kernel';
import type { Response } from 'express';
import { Does } from '../../sign-in/action';
import { answer, CommandAnswer } from '../conventions/command-answer';
import { CommandContexts } from '../conventions/command-contexts';
import { CommandRequest, FromRequest } from '../conventions/command-request';
import { dataOf } from '../conventions/data-of';
import { IdParam } from '../conventions/id-param';
import { type Page, pageWanted } from '../conventions/paging';
import { PartnershipParam } from '../conventions/partnership-param';
import { notFound } from '../conventions/problem';
import { ApproveDto, ProposalsWanted, ReasonDto } from './dto';

/** What waits for a second person, and what becomes of it. */
@ApiTags('approvals')
@ApiBearerAuth()
@Controller('api/v1/partnerships/:partnership/approvals')
export class ApprovalsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly queries: QueryBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Get()
  @Does('approvals.read')
  @ApiOkResponse({ description: 'A page of proposals, the latest first.' })
  async list(@PartnershipParam() partnership: string, @Query() query: ProposalsWanted): Promise<Page<ProposalView>> {
    return this.queries.execute(new ListProposals(partnership, query.standing, pageWanted(query)));
  }

  @Get(':id')
  @Does('approvals.read')
  @ApiOkResponse({ description: 'One proposal: what is proposed, why, and what became of it.' })
  async one(@PartnershipParam() partnership: string, @IdParam() id: string): Promise<ProposalView> {
    const proposal = await this.queries.execute(new ReadProposal(partnership, id));
    if (!proposal) throw notFound('There is no proposal with this id in this partnership.');
    return proposal;
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Does('approvals.settle')
  @ApiOkResponse({ type: CommandAnswer })
  async approve(
    @FromRequest() from: CommandRequest,
    @IdParam() id: string,
    @Body() body: ApproveDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    return this.settle(from, { settle: 'approve', proposal: id, data: dataOf(body) }, body, response);
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Does('approvals.settle')
  @ApiOkResponse({ type: CommandAnswer })
  async refuse(
    @FromRequest() from: CommandRequest,
    @IdParam() id: string,
    @Body() body: ReasonDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    return this.settle(from, { settle: 'refuse', proposal: id, data: dataOf(body) }, body, response);
  }

  @Post(':id/take-back')
  @HttpCode(200)
  @Does('approvals.take-back')
  @ApiOkResponse({ type: CommandAnswer })
  async takeBack(
    @FromRequest() from: CommandRequest,
    @IdParam() id: string,
    @Body() body: ReasonDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    return this.settle(from, { settle: 'take-back', proposal: id, data: dataOf(body) }, body, response);
  }

  private async settle(
    from: CommandRequest,
    settlement: Settlement,
    body: ReasonDto,
    response: Response,
  ): Promise<CommandAnswer> {
    const context = await this.contexts.of(from, body);
    return answer(response, settlement.proposal, await this.bus.execute(new SettleProposal(context, settlement)));
  }
}
