import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { CompareDays, type Comparison, ReadTimeline, type Timeline } from '@promise/timeline';
import { IsIn, IsOptional } from 'class-validator';
import { Does } from '../../sign-in/action';
import { AskedDayField } from '../conventions/asked-day';
import { OneOfField } from '../conventions/fields';
import { Now } from '../conventions/now';
import { PartnershipParam } from '../conventions/partnership-param';
import { badRequest, notFound } from '../conventions/problem';
import { timesOf, TimesQuery } from '../conventions/times.dto';

class TimelineWanted extends TimesQuery {
  @ApiPropertyOptional({ description: 'The first 5 years or all 10 (default).', enum: ['5', '10'] })
  @IsOptional()
  @IsIn(['5', '10'], { message: 'must be 5 or 10' })
  horizon?: '5' | '10';

  @OneOfField(['foundation', 'theme'], {
    description: 'Lanes by foundation (default) or by the plans’ own themes.',
    optional: true,
  })
  lanes?: 'foundation' | 'theme';
}

class DaysWanted {
  @AskedDayField({ description: 'The first day, as it stood at its end.' })
  from: string;

  @AskedDayField({ description: 'The second day, as it stood at its end.' })
  to: string;
}

/** What was said would be done, and what came of it. */
@ApiTags('timeline')
@Controller('api/v1/partnerships/:partnership')
export class TimelineController {
  constructor(
    private readonly queries: QueryBus,
    private readonly now: Now,
  ) {}

  @Get('timeline')
  @Does('timeline.read')
  @ApiOkResponse({ description: 'Lanes with milestones and, apart from them, plan steps; counts against the marks.' })
  async timeline(@PartnershipParam() partnership: string, @Query() query: TimelineWanted): Promise<Timeline> {
    const wanted = { horizon: query.horizon === '5' ? 5 : 10, lanes: query.lanes ?? 'foundation' } as const;
    const times = timesOf(query, this.now.instant());
    const timeline = await this.queries.execute(new ReadTimeline(partnership, wanted, times));
    if (!timeline) throw notFound(`There is no partnership ${partnership} here.`, 'partnership');
    return timeline;
  }

  @Get('compare')
  @Does('compare.read')
  @ApiOkResponse({ description: 'What changed between two days, in sentences and as data.' })
  async compare(@PartnershipParam() partnership: string, @Query() query: DaysWanted): Promise<Comparison> {
    if (query.from > query.to) {
      throw badRequest([{ field: 'to', rule: 'not-before-from', message: 'must not lie before `from`' }]);
    }
    return this.queries.execute(new CompareDays(partnership, query.from, query.to));
  }
}
