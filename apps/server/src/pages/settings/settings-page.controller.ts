import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { Does } from '../../sign-in/action';
import { Filled, type FilledForm } from '../frame/forms/filled-form';
import { Pages } from '../frame/pages';
import { RecordingDesk } from '../record/form/recording-desk';
import { Subjects } from '../record/form/subjects';
import { setUpForm } from './set-up.form';
import { settingsPage } from './settings.page';

/** How a partnership begins, and what it says of itself then. */
@ApiExcludeController()
@Controller('p/:partnership')
export class SettingsPageController {
  constructor(
    private readonly pages: Pages,
    private readonly subjects: Subjects,
    private readonly desk: RecordingDesk,
  ) {}

  @Get('settings')
  @Does('settings.read')
  async settings(@Req() request: GuardedRequest, @Res() response: Response): Promise<void> {
    const { view } = await this.subjects.settings(request);
    await this.pages.send(request, response, settingsPage(view));
  }

  /** Once it has begun, all of it is a setting. */
  @Get('set-up')
  @Does('partnership.set-up')
  async open(@Req() request: GuardedRequest, @Res() response: Response): Promise<void> {
    if (request.partnership) response.redirect(303, `/p/${request.partnership.partnership}/settings`);
    else await this.desk.open(setUpForm, request, response);
  }

  @Post('set-up')
  @HttpCode(200)
  @Does('partnership.set-up')
  async begin(@Req() request: GuardedRequest, @Res() response: Response, @Filled() form: FilledForm): Promise<void> {
    await this.desk.post(setUpForm, request, response, form);
  }
}
