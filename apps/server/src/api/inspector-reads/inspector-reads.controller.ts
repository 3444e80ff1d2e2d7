import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Does } from '../../sign-in/action';
import { AskedDayField } from '../conventions/asked-day';
import { TextField } from '../conventions/fields';
import { type Page, PageQuery, pageWanted } from '../conventions/paging';
import { PartnershipParam } from '../conventions/partnership-param';
import { type GuardedRequest, personIn } from '../conventions/signed-in';
import { type ShownRead, ShownReads } from './shown-reads';

class InspectorReadsWanted extends PageQuery {
  @TextField(100, { description: 'Only those of the inspector with this id.', optional: true })
  inspector?: string;

  @AskedDayField({ description: 'Read on this day or later.', optional: true })
  from?: string;

  @AskedDayField({ description: 'Read on this day or earlier.', optional: true })
  to?: string;
}

/** What inspectors looked at. */
@ApiTags('inspector reads')
@ApiBearerAuth()
@Controller('api/v1/partnerships/:partnership/inspector-reads')
export class InspectorReadsController {
  constructor(private readonly reads: ShownReads) {}

  @Get()
  @Does('inspector-reads.read')
  @ApiOkResponse({
    description:
      'A page of what inspectors read, the newest first. An inspector sees their own; only an administrator names.',
  })
  async list(
    @Req() request: GuardedRequest,
    @PartnershipParam() partnership: string,
    @Query() query: InspectorReadsWanted,
  ): Promise<Page<ShownRead>> {
    const { inspector, from, to } = query;
    return this.reads.page(partnership, personIn(request), { inspector, from, to }, pageWanted(query));
  }
}
