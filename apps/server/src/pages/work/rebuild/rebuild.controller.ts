import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Job, RebuildWork } from '@promise/tracker';
import type { Response } from 'express';
import { IdParam } from '../../../api/conventions/id-param';
import { notFound } from '../../../api/conventions/problem';
import type { GuardedRequest } from '../../../api/conventions/signed-in';
import { Does } from '../../../sign-in/action';
import { csrfTokenFor } from '../../../sign-in/forgery';
import { Pages } from '../../frame/pages';
import { ProgressStreams } from '../progress-streams';
import { rebuildInWords, rebuildJobPage, rebuildPage } from './rebuild.page';

/** Rebuilds of the read models: of the whole tracker, not of one partnership. */
@ApiExcludeController()
@Controller('rebuild')
export class RebuildController {
  constructor(
    private readonly pages: Pages,
    private readonly rebuilds: RebuildWork,
    private readonly streams: ProgressStreams,
  ) {}

  @Get()
  @Does('read-models.rebuild')
  async about(@Req() request: GuardedRequest, @Res() response: Response): Promise<void> {
    await this.pages.send(request, response, rebuildPage(await this.rebuilds.last(), csrfOf(request)));
  }

  @Post()
  @Does('read-models.rebuild')
  async begin(@Res() response: Response): Promise<void> {
    const { id, begun } = await this.rebuilds.begin();
    response.redirect(303, `/rebuild/${id}${begun ? '' : '?notice=already-at-work'}`);
  }

  @Get(':job')
  @Does('read-models.rebuild')
  async show(@Req() request: GuardedRequest, @Res() response: Response, @IdParam('job') id: string): Promise<void> {
    await this.pages.send(request, response, rebuildJobPage(await this.one(id), csrfOf(request)));
  }

  @Get(':job/progress')
  @Does('read-models.rebuild')
  async progress(@Res() response: Response, @IdParam('job') id: string): Promise<void> {
    await this.one(id);
    await this.streams.send(response, () => this.rebuilds.progress(id), rebuildInWords);
  }

  private async one(id: string): Promise<Job> {
    const job = await this.rebuilds.progress(id);
    if (!job) throw notFound('There is no such rebuild here, or it was long ago.', 'job');
    return job;
  }
}

function csrfOf({ sessionToken }: GuardedRequest): string {
  return csrfTokenFor(sessionToken ?? '');
}
