import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isDay } from '@promise/kernel';
import type { Response } from 'express';
import { ShownReads } from '../../api/inspector-reads/shown-reads';
import { isWithin } from '../../api/conventions/asked-day';
import { badRequest } from '../../api/conventions/problem';
import { type GuardedRequest, personIn } from '../../api/conventions/signed-in';
import { Does } from '../../sign-in/action';
import { Pages } from '../frame/pages';
import { Titles } from '../trail/titles';
import { whoHasLookedPage } from './who-has-looked.page';

const A_PAGE = 50;

/** What may stand in the address, and whether it is right. */
const FILTERS: Readonly<Record<string, (text: string) => boolean>> = {
  day: (text) => isDay(text) && isWithin(text),
  inspector: (text) => /^[0-9a-f-]{36}$/.test(text),
  after: (text) => /^\d{1,18}$/.test(text),
};

/** What inspectors looked at, for those who may see it. */
@ApiExcludeController()
@Controller('p/:partnership/who-has-looked')
export class WhoHasLookedController {
  constructor(
    private readonly pages: Pages,
    private readonly reads: ShownReads,
    private readonly titles: Titles,
  ) {}

  @Get()
  @Does('inspector-reads.read')
  async show(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @Param('partnership') partnership: string,
    @Query() query: Record<string, unknown>,
  ): Promise<void> {
    const { day, inspector, after } = asked(query);
    const person = personIn(request);
    const wanted = { inspector, from: day, to: day };
    const [{ items, next }, titles] = await Promise.all([
      this.reads.page(partnership, person, wanted, { limit: A_PAGE, ...(after === undefined ? {} : { after }) }),
      this.titles.in(partnership),
    ]);
    const filter = { ...(day === undefined ? {} : { day }), ...(inspector === undefined ? {} : { inspector }) };
    const view = { path: `/p/${partnership}/who-has-looked`, person, reads: items, next, filter, titles };
    await this.pages.send(request, response, whoHasLookedPage({ ...view, isFirst: after === undefined }));
  }
}

function asked(query: Readonly<Record<string, unknown>>): Readonly<Record<string, string | undefined>> {
  const given = Object.keys(FILTERS).filter((name) => query[name] !== undefined && query[name] !== '');
  const faults = given
    .filter((name) => typeof query[name] !== 'string' || !FILTERS[name]?.(query[name]))
    .map((field) => ({ field, rule: 'filter', message: 'is not one of the choices of this page' }));
  if (faults.length > 0) throw badRequest(faults);
  return Object.fromEntries(given.map((name) => [name, String(query[name])]));
}
