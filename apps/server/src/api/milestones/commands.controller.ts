import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AchieveMilestone,
  AgreeMilestone,
  ChangeLeads,
  CorrectMilestone,
  ProposeMilestone,
  ReopenMilestone,
  ReportProgress,
  ReviseTimescale,
  StartMilestone,
  TellYoungPeople,
  WithdrawMilestone,
} from '@promise/milestones';
import { newIdOf } from '@promise/recording';
import type { Response } from 'express';
import { Does } from '../../sign-in/action';
import { answer, CommandAnswer } from '../conventions/command-answer';
import { CommandContexts } from '../conventions/command-contexts';
import { CommandRequest, FromRequest } from '../conventions/command-request';
import { Effective } from '../conventions/effective.dto';
import { IdParam } from '../conventions/id-param';
import { dataOf } from '../conventions/data-of';
import { AchieveDto } from './dto/achieve.dto';
import { AgreeDto } from './dto/agree.dto';
import { ChangeLeadsDto, CorrectDto, ReopenDto, WithdrawDto } from './dto/others.dto';
import { ReportProgressDto } from './dto/progress.dto';
import { ProposeDto } from './dto/propose.dto';
import { ReviseTimescaleDto, TellDto } from './dto/timescale.dto';

/** Commands about milestones: each checks its input, asks the command bus, and answers where its events stand. */
@ApiTags('milestones')
@ApiBearerAuth()
@Controller('api/v1/partnerships/:partnership/milestones')
export class MilestoneCommandsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Post()
  @Does('milestone.propose')
  @ApiCreatedResponse({ type: CommandAnswer })
  async propose(
    @FromRequest() from: CommandRequest,
    @Body() body: ProposeDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    // Nothing was there to be read, so there is no version to hold it against.
    const { ifMatch, ...asked } = from;
    const context = await this.contexts.of(asked, body);
    const id = newIdOf(context.commandId);
    const recorded = await this.bus.execute(new ProposeMilestone(id, dataOf(body), context));
    response.location(`/api/v1/partnerships/${from.partnership}/milestones/${id}`);
    return answer(response, id, recorded);
  }

  @Post(':id/agree')
  @HttpCode(200)
  @Does('milestone.agree')
  @ApiOkResponse({ type: CommandAnswer })
  async agree(
    @FromRequest() from: CommandRequest,
    @IdParam() id: string,
    @Body() body: AgreeDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    const context = await this.contexts.of(from, body);
    return answer(response, id, await this.bus.execute(new AgreeMilestone(id, dataOf(body), context)));
  }

  @Post(':id/start')
  @HttpCode(200)
  @Does('milestone.start')
  @ApiOkResponse({ type: CommandAnswer })
  async start(
    @FromRequest() from: CommandRequest,
    @IdParam() id: string,
    @Body() body: Effective,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    const context = await this.contexts.of(from, body);
    return answer(response, id, await this.bus.execute(new StartMilestone(id, {}, context)));
  }

  @Post(':id/report-progress')
  @HttpCode(200)
  @Does('milestone.report-progress')
  @ApiOkResponse({ type: CommandAnswer })
  async reportProgress(
    @FromRequest() from: CommandRequest,
    @IdParam() id: string,
    @Body() body: ReportProgressDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    const context = await this.contexts.of(from, body);
    return answer(response, id, await this.bus.execute(new ReportProgress(id, dataOf(body), context)));
  }

  @Post(':id/revise-timescale')
  @HttpCode(200)
  @Does('milestone.revise-timescale')
  @ApiOkResponse({ type: CommandAnswer })
  async reviseTimescale(
    @FromRequest() from: CommandRequest,
    @IdParam() id: string,
    @Body() body: ReviseTimescaleDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    const context = await this.contexts.of(from, body);
    return answer(response, id, await this.bus.execute(new ReviseTimescale(id, dataOf(body), context)));
  }

  @Post(':id/tell')
  @HttpCode(200)
  @Does('milestone.tell')
  @ApiOkResponse({ type: CommandAnswer })
  async tell(
    @FromRequest() from: CommandRequest,
    @IdParam() id: string,
    @Body() body: TellDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    const context = await this.contexts.of(from, body);
    return answer(response, id, await this.bus.execute(new TellYoungPeople(id, dataOf(body), context)));
  }

  @Post(':id/achieve')
  @HttpCode(200)
  @Does('milestone.achieve')
  @ApiOkResponse({ type: CommandAnswer })
  async achieve(
    @FromRequest() from: CommandRequest,
    @IdParam() id: string,
    @Body() body: AchieveDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    const context = await this.contexts.of(from, body);
    return answer(response, id, await this.bus.execute(new AchieveMilestone(id, dataOf(body), context)));
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Does('milestone.reopen')
  @ApiOkResponse({ type: CommandAnswer })
  async reopen(
    @FromRequest() from: CommandRequest,
    @IdParam() id: string,
    @Body() body: ReopenDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    const context = await this.contexts.of(from, body);
    return answer(response, id, await this.bus.execute(new ReopenMilestone(id, dataOf(body), context)));
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Does('milestone.withdraw')
  @ApiOkResponse({ type: CommandAnswer })
  async withdraw(
    @FromRequest() from: CommandRequest,
    @IdParam() id: string,
    @Body() body: WithdrawDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    const context = await this.contexts.of(from, body);
    return answer(response, id, await this.bus.execute(new WithdrawMilestone(id, dataOf(body), context)));
  }

  @Post(':id/change-leads')
  @HttpCode(200)
  @Does('milestone.change-leads')
  @ApiOkResponse({ type: CommandAnswer })
  async changeLeads(
    @FromRequest() from: CommandRequest,
    @IdParam() id: string,
    @Body() body: ChangeLeadsDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    const context = await this.contexts.of(from, body);
    return answer(response, id, await this.bus.execute(new ChangeLeads(id, dataOf(body), context)));
  }

  @Post(':id/correct')
  @HttpCode(200)
  @Does('milestone.correct')
  @ApiOkResponse({ type: CommandAnswer })
  async correct(
    @FromRequest() from: CommandRequest,
    @IdParam() id: string,
    @Body() body: CorrectDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    const context = await this.contexts.of(from, body);
    return answer(response, id, await this.bus.execute(new CorrectMilestone(id, dataOf(body), context)));
  }
}
