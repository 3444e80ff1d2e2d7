import { Readable } from 'node:stream';
import { Controller, Get, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Does } from '../../sign-in/action';
import { type GuardedRequest, personIn } from '../conventions/signed-in';
import { jsonStream } from './json-stream';
import { OwnData } from './own-data';

/** What is kept about whoever asks. */
@ApiTags('own data')
@ApiBearerAuth()
@Controller('api/v1/own-data')
export class OwnDataController {
  constructor(private readonly data: OwnData) {}

  @Get()
  @Does('own-data.read')
  @ApiOkResponse({ description: 'A file with everything that is kept about whoever asks, in every partnership.' })
  async download(
    @Req() request: GuardedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const fields = await this.data.of(personIn(request).id);
    response.set('Cache-Control', 'no-store').attachment('what-is-kept-about-me.json').type('application/json');
    const file = new StreamableFile(Readable.from(jsonStream(fields)));
    // Half a file must not look like a whole one.
    return file.setErrorHandler((error) => response.destroy(error));
  }
}
