import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { addDays, addYears, type Day, isDay, londonDay } from '@promise/kernel';
import { CompareDays } from '@promise/timeline';
import type { Response } from 'express';
import { Now } from '../../api/conventions/now';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { Does } from '../../sign-in/action';
import type { FormError } from '../frame/forms/form-errors';
import { Pages } from '../frame/pages';
import { comparePage } from './compare.page';
import { compareWords } from './words';

/** Two days compared. */
@ApiExcludeController()
@Controller('p/:partnership')
export class ComparePageController {
  constructor(
    private readonly pages: Pages,
    private readonly queries: QueryBus,
    private readonly now: Now,
  ) {}

  @Get('compare')
  @Does('compare.read')
  async compare(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @Param('partnership') partnership: string,
    @Query() query: Record<string, unknown>,
  ): Promise<void> {
    const today = londonDay(this.now.instant());
    const asked = query.from !== undefined || query.to !== undefined;
    const from = asked ? textOf(query.from) : addDays(today, -182);
    const to = asked ? textOf(query.to) : today;
    const errors = asked ? errorsIn(from, to) : [];
    const compared = asked && errors.length === 0;
    const comparison = compared ? await this.queries.execute(new CompareDays(partnership, from, to)) : null;
    const view = { base: `/p/${partnership}`, from, to, errors, comparison, ready: readyPairs(today) };
    await this.pages.send(request, response, comparePage(view));
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function errorsIn(from: string, to: string): FormError[] {
  const words = compareWords();
  const notDays = Object.entries({ from, to }).filter(([, day]) => !isDay(day));
  if (notDays.length > 0) return notDays.map(([field]) => ({ field, message: words.notADay }));
  return from > to ? [{ field: 'to', message: words.wrongOrder }] : [];
}

function readyPairs(today: Day): { text: string; from: Day; to: Day }[] {
  const words = compareWords();
  return [
    { text: words.month, from: addDays(today, -30), to: today },
    { text: words.half, from: addDays(today, -182), to: today },
    { text: words.year, from: addYears(today, -1), to: today },
  ];
}
