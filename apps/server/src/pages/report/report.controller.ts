import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { addDays, isDay } from '@promise/kernel';
import type { Response } from 'express';
import { Now } from '../../api/conventions/now';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { Does } from '../../sign-in/action';
import type { FormError } from '../frame/forms/form-errors';
import { Pages } from '../frame/pages';
import { viewOf } from '../frame/view';
import { Subjects } from '../record/form/subjects';
import { factsOf, type Period } from './facts';
import { reportPage } from './report.page';
import { reportWords } from './words';

/** Half a year, as the boards are told. */
const DAYS = 182;
const LONGEST_NAME = 200;

/** The report between two days. */
@ApiExcludeController()
@Controller('p/:partnership/report')
export class ReportController {
  constructor(
    private readonly pages: Pages,
    private readonly subjects: Subjects,
    private readonly now: Now,
  ) {}

  @Get()
  @Does('report.read')
  async report(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @Query() query: Record<string, unknown>,
  ): Promise<void> {
    const partnership = String(request.params.partnership);
    const now = this.now.instant();
    const view = viewOf(request, query, now);
    const period = periodOf(query, view.times.asAt);
    const errors = errorsIn(period);
    const times = { asAt: period.to, knownAt: view.times.knownAt };
    const milestones = errors.length > 0 ? null : await this.subjects.milestones(partnership, times);
    const facts = milestones && factsOf(milestones, period);
    const forWhom = textOf(query.for).slice(0, LONGEST_NAME);
    const base = `/p/${partnership}`;
    await this.pages.send(request, response, reportPage({ base, period, forWhom, view, errors, facts }));
  }
}

function periodOf(query: Readonly<Record<string, unknown>>, last: string): Period {
  const asked = query.from !== undefined || query.to !== undefined;
  return asked ? { from: textOf(query.from), to: textOf(query.to) } : { from: addDays(last, -DAYS), to: last };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function errorsIn({ from, to }: Period): FormError[] {
  const words = reportWords();
  const notDays = Object.entries({ from, to }).filter(([, day]) => !isDay(day));
  if (notDays.length > 0) return notDays.map(([field]) => ({ field, message: words.notADay }));
  return from > to ? [{ field: 'to', message: words.wrongOrder }] : [];
}
