import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DecidePromiseStartCommand } from '@promise/partnerships';
import type { Response } from 'express';
import { Does } from '../../sign-in/action';
import { CitationDto } from '../conventions/citation.dto';
import { answer, CommandAnswer } from '../conventions/command-answer';
import { CommandContexts } from '../conventions/command-contexts';
import { CommandRequest, FromRequest } from '../conventions/command-request';
import { dataOf } from '../conventions/data-of';
import { Effective } from '../conventions/effective.dto';
import { DayField, NestedField, TEXT_LENGTH, TextField, TITLE_LENGTH } from '../conventions/fields';

export class PromiseStartDto extends Effective {
  @TextField(200, { description: 'The start of the Promise work, in words.', example: 'March 2021' })
  timescale: string;

  @NestedField(() => CitationDto, { description: 'Where it is written.', optional: true })
  citation?: CitationDto;

  @TextField(TEXT_LENGTH, { description: 'Why the marks count from then.' })
  reason: string;

  @TextField(TITLE_LENGTH, { description: 'The body that decided it.' })
  decidedBy: string;

  @DayField({ description: 'The day it was decided.' })
  decidedOn: string;
}

/** The date from which a partnership counts its 5- and 10-year marks. Moving it moves the marks, never a milestone. */
@ApiTags('timeline')
@ApiBearerAuth()
@Controller('api/v1/partnerships/:partnership/promise-start')
export class PromiseStartController {
  constructor(
    private readonly bus: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Post()
  @HttpCode(200)
  @Does('promise-start.decide')
  @ApiOkResponse({ type: CommandAnswer })
  async decide(
    @FromRequest() from: CommandRequest,
    @Body() body: PromiseStartDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    const context = await this.contexts.of(from, body);
    const recorded = await this.bus.execute(new DecidePromiseStartCommand(context, dataOf(body)));
    return answer(response, from.partnership, recorded);
  }
}
