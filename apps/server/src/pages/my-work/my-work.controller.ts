import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { Does } from '../../sign-in/action';
import { Pages } from '../frame/pages';
import { Subjects } from '../record/form/subjects';
import { myWorkPage } from './my-work.page';
import { waitingIn } from './waiting';

/** What waits for the person who records. */
@ApiExcludeController()
@Controller('p/:partnership/my-work')
export class MyWorkController {
  constructor(
    private readonly pages: Pages,
    private readonly subjects: Subjects,
  ) {}

  @Get()
  @Does('work.read')
  async list(@Req() request: GuardedRequest, @Res() response: Response): Promise<void> {
    const partnership = String(request.params.partnership);
    const waiting = waitingIn(await this.subjects.milestones(partnership), this.subjects.times().asAt);
    const { person } = request;
    await this.pages.send(request, response, myWorkPage({ base: `/p/${partnership}`, person, waiting }));
  }
}
