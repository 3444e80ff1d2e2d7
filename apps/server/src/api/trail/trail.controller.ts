import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ROLES } from '@promise/identity';
import { FOUNDATIONS_AND_RIGHTS } from '@promise/kernel';
import { ReadTrail, type TrailEntry } from '@promise/trail';
import { Does } from '../../sign-in/action';
import { AskedDayField } from '../conventions/asked-day';
import { OneOfField, TextField } from '../conventions/fields';
import { type Page, PageQuery, pageWanted } from '../conventions/paging';
import { PartnershipParam } from '../conventions/partnership-param';

class TrailWanted extends PageQuery {
  @OneOfField(FOUNDATIONS_AND_RIGHTS, { description: 'Only what concerns this foundation.', optional: true })
  foundation?: string;

  @TextField(100, {
    description: 'A kind of thing (`milestone`, `plan`, `priority`, `step`, `partnership`, `people`) or an event type.',
    optional: true,
  })
  kind?: string;

  @OneOfField(ROLES, { description: 'Only what was recorded in this role.', optional: true })
  role?: string;

  @AskedDayField({ description: 'Recorded on this day or later.', optional: true })
  from?: string;

  @AskedDayField({ description: 'Recorded on this day or earlier.', optional: true })
  to?: string;

  @AskedDayField({ description: 'Effective on this day or later.', optional: true })
  effectiveFrom?: string;

  @AskedDayField({ description: 'Effective on this day or earlier.', optional: true })
  effectiveTo?: string;
}

/** All that was ever recorded, under its record number: who, what, when, why and on what ground. */
@ApiTags('trail')
@ApiBearerAuth()
@Controller('api/v1/partnerships/:partnership/trail')
export class TrailController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Does('trail.read')
  @ApiOkResponse({ description: 'A page of the trail in the order of record numbers.' })
  async trail(@PartnershipParam() partnership: string, @Query() query: TrailWanted): Promise<Page<TrailEntry>> {
    const { limit, cursor, ...filter } = query;
    return this.queries.execute(new ReadTrail(partnership, { ...filter }, pageWanted(query)));
  }
}
