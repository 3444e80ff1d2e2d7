import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiAcceptedResponse, ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { newIdOf } from '@promise/recording';
import { CloseReview, NoteFinding, OpenReview } from '@promise/reviews';
import type { Response } from 'express';
import { Does } from '../../sign-in/action';
import { answer, CommandAnswer } from '../conventions/command-answer';
import { CommandContexts } from '../conventions/command-contexts';
import { CommandRequest, FromRequest } from '../conventions/command-request';
import { dataOf } from '../conventions/data-of';
import { IdParam } from '../conventions/id-param';
import { CloseReviewDto, NoteFindingDto, OpenReviewDto } from './dto';

/** Commands about reviews. A second person has to approve that one is closed; see `/approvals`. */
@ApiTags('reviews')
@ApiBearerAuth()
@Controller('api/v1/partnerships/:partnership/reviews')
export class ReviewCommandsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Post()
  @Does('review.open')
  @ApiCreatedResponse({ type: CommandAnswer })
  async open(
    @FromRequest() from: CommandRequest,
    @Body() body: OpenReviewDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    // Nothing was there to be read, so there is no version to hold it against.
    const { ifMatch, ...asked } = from;
    const context = await this.contexts.of(asked, body);
    const id = newIdOf(context.commandId);
    const recorded = await this.bus.execute(new OpenReview(id, dataOf(body), context));
    response.location(`/api/v1/partnerships/${from.partnership}/reviews/${id}`);
    return answer(response, id, recorded);
  }

  @Post(':id/findings')
  @HttpCode(200)
  @Does('review.note-finding')
  @ApiOkResponse({ type: CommandAnswer })
  async noteFinding(
    @FromRequest() from: CommandRequest,
    @IdParam() id: string,
    @Body() body: NoteFindingDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    const context = await this.contexts.of(from, body);
    return answer(response, id, await this.bus.execute(new NoteFinding(id, dataOf(body), context)));
  }

  @Post(':id/close')
  @HttpCode(202)
  @Does('review.close')
  @ApiAcceptedResponse({ type: CommandAnswer, description: 'A proposal, which waits for a second person.' })
  async close(
    @FromRequest() from: CommandRequest,
    @IdParam() id: string,
    @Body() body: CloseReviewDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    const context = await this.contexts.of(from, body);
    return answer(response, id, await this.bus.execute(new CloseReview(id, dataOf(body), context)));
  }
}
