import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiAcceptedResponse, ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { EraseTextCommand } from '@promise/erasure';
import { Refusal } from '@promise/kernel';
import { ReadRecord } from '@promise/trail';
import type { Response } from 'express';
import { Does } from '../../sign-in/action';
import { answer, CommandAnswer } from '../conventions/command-answer';
import { CommandContexts } from '../conventions/command-contexts';
import { CommandRequest, FromRequest } from '../conventions/command-request';
import { dataOf } from '../conventions/data-of';
import { EraseDto } from './erase.dto';

/** Erasing text for good, with its keys. A second person has to approve it; see `/approvals`. */
@ApiTags('approvals')
@ApiBearerAuth()
@Controller('api/v1/partnerships/:partnership/erasures')
export class ErasuresController {
  constructor(
    private readonly bus: CommandBus,
    private readonly queries: QueryBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Post()
  @HttpCode(202)
  @Does('text.erase')
  @ApiAcceptedResponse({ type: CommandAnswer, description: 'A proposal, which waits for a second person.' })
  async erase(
    @FromRequest() from: CommandRequest,
    @Body() body: EraseDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    const stream = await this.streamOf(from.partnership, body.events);
    const context = await this.contexts.of(from, body);
    return answer(response, stream, await this.bus.execute(new EraseTextCommand(context, stream, dataOf(body))));
  }

  /** The one stream on which all of them stand. */
  private async streamOf(partnership: string, events: readonly string[]): Promise<string> {
    const records = await Promise.all(events.map((id) => this.queries.execute(new ReadRecord(partnership, id))));
    const missing = records.findIndex((record) => record === null);
    const fault = (n: number, rule: string, message: string): Refusal =>
      new Refusal({ field: `events.${n}`, rule, message });
    if (missing >= 0) throw fault(missing, 'known-event', 'there is no such record in this partnership');
    const streams = records.map((record) => record?.stream ?? '');
    const other = streams.findIndex((stream) => stream !== streams[0]);
    if (other > 0) throw fault(other, 'of-one-thing', 'it is about something else than the first: ask for it apart');
    return streams[0] ?? '';
  }
}
