import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { RecordStepResultCommand, STEP_RESULTS } from '@promise/plans';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, ValidateNested } from 'class-validator';
import type { Response } from 'express';
import { Does } from '../../sign-in/action';
import { answer, CommandAnswer } from '../conventions/command-answer';
import { CommandContexts } from '../conventions/command-contexts';
import { CommandRequest, FromRequest } from '../conventions/command-request';
import { dataOf } from '../conventions/data-of';
import { Effective } from '../conventions/effective.dto';
import { PlanIdParam } from '../conventions/id-param';
import { DayField, OneOfField, TEXT_LENGTH, TextField, TITLE_LENGTH } from '../conventions/fields';
import { NewEvidenceDto } from '../milestones/dto/achieve.dto';

export class StepResultDto extends Effective {
  @OneOfField(STEP_RESULTS, { description: 'What came of it.' })
  result: (typeof STEP_RESULTS)[number];

  @DayField({ description: 'When it came to that. It counts as the effective day where none is given.' })
  when: string;

  @TextField(TITLE_LENGTH, { description: 'The role or group whose word this is.' })
  byWhoseWord: string;

  @ApiPropertyOptional({ description: 'Links, and what each shows.', type: [NewEvidenceDto] })
  @IsOptional()
  @IsArray({ message: 'must be a list' })
  @ArrayMaxSize(50, { message: 'may have at most 50 entries' })
  @ValidateNested({ each: true, message: 'each entry must be {link, shows}' })
  @Type(() => NewEvidenceDto)
  evidence?: NewEvidenceDto[];

  @TextField(TEXT_LENGTH, { description: 'Anything else worth saying.', optional: true })
  note?: string;
}

/** What came of the steps that plans set out. */
@ApiTags('plans')
@ApiBearerAuth()
@Controller('api/v1/partnerships/:partnership/steps')
export class StepsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Post(':id/record-result')
  @HttpCode(200)
  @Does('step.record-result')
  @ApiOkResponse({ type: CommandAnswer })
  async recordResult(
    @FromRequest() from: CommandRequest,
    @PlanIdParam('id') id: string,
    @Body() body: StepResultDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    const context = await this.contexts.of(from, body);
    return answer(response, id, await this.bus.execute(new RecordStepResultCommand(context, id, dataOf(body))));
  }
}
