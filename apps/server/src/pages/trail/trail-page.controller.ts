import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { ROLES } from '@promise/identity';
import { FOUNDATIONS_AND_RIGHTS, isDay } from '@promise/kernel';
import { ReadTrail, TrailQuery } from '@promise/trail';
import type { Response } from 'express';
import { Now } from '../../api/conventions/now';
import { badRequest } from '../../api/conventions/problem';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { Does } from '../../sign-in/action';
import { Pages } from '../frame/pages';
import { eraseAt } from '../record/erase/erase-at';
import { Titles } from './titles';
import { trailPage } from './trail.page';

const A_PAGE = 50;

const oneOf =
  (all: readonly string[]) =>
  (text: string): boolean =>
    all.includes(text);
const isNumber = (text: string): boolean => /^\d{1,9}$/.test(text);

/** What may stand in the address, and whether it is right. */
const FILTERS: Readonly<Record<string, (text: string) => boolean>> = {
  foundation: oneOf(FOUNDATIONS_AND_RIGHTS),
  kind: (text) => /^\w{1,60}$/.test(text),
  role: oneOf(ROLES),
  from: isDay,
  to: isDay,
  effectiveFrom: isDay,
  effectiveTo: isDay,
  upTo: isNumber,
};

/** The trail, for inspectors and those who keep the record. */
@ApiExcludeController()
@Controller('p/:partnership')
export class TrailPageController {
  constructor(
    private readonly pages: Pages,
    private readonly queries: QueryBus,
    private readonly trail: TrailQuery,
    private readonly titles: Titles,
    private readonly now: Now,
  ) {}

  @Get('trail')
  @Does('trail.read')
  async show(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @Param('partnership') partnership: string,
    @Query() query: Record<string, unknown>,
  ): Promise<void> {
    const filter = filterOf(query);
    const { upTo, ...asked } = filter;
    const after = typeof query.after === 'string' && isNumber(query.after) ? query.after : undefined;
    const wanted = { limit: A_PAGE, ...(after === undefined ? {} : { after }) };
    const [{ items, next }, last, titles] = await Promise.all([
      this.queries.execute(new ReadTrail(partnership, asked, wanted)),
      this.trail.lastNumber(partnership, this.now.instant()),
      this.titles.in(partnership),
    ]);
    const entries = items.filter(({ recordNumber }) => upTo === undefined || recordNumber <= Number(upTo));
    const page = trailPage({
      path: request.path,
      base: `/p/${partnership}`,
      filter,
      entries,
      titles,
      next: entries.length < items.length ? null : next,
      isFirst: after === undefined,
      last,
      eraseAt: eraseAt(request),
    });
    await this.pages.send(request, response, page);
  }
}

function filterOf(query: Readonly<Record<string, unknown>>): Record<string, string> {
  const given = Object.keys(FILTERS).flatMap((name) => {
    const text = query[name];
    return typeof text === 'string' && text !== '' ? [[name, text] as const] : [];
  });
  const faults = given
    .filter(([name, text]) => !FILTERS[name]?.(text))
    .map(([field]) => ({ field, rule: 'filter', message: 'is not one of the choices of this page' }));
  if (faults.length > 0) throw badRequest(faults);
  return Object.fromEntries(given);
}
