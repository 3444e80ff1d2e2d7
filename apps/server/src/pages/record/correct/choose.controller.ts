import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { GuardedRequest } from '../../../api/conventions/signed-in';
import { Does } from '../../../sign-in/action';
import { Pages } from '../../frame/pages';
import { Subjects } from '../form/subjects';
import { choosePage } from './choose.page';

/** The choice of the record that is to be put right. */
@ApiExcludeController()
@Controller('p/:partnership/milestones/:id/correct')
export class ChooseRecordController {
  constructor(
    private readonly pages: Pages,
    private readonly subjects: Subjects,
  ) {}

  @Get()
  @Does('milestone.correct')
  async choose(@Req() request: GuardedRequest, @Res() response: Response): Promise<void> {
    const { name = '', stream = '', home } = await this.subjects.milestone(request);
    const history = await this.subjects.history(String(request.params.partnership), stream);
    await this.pages.send(request, response, choosePage({ name, home, history }));
  }
}
