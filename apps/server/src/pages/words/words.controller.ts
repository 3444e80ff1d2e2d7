import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { Does } from '../../sign-in/action';
import { accessibilityPage } from '../accessibility/accessibility.page';
import { Pages } from '../frame/pages';
import { wordsPage } from './words.page';

/** Pages that say nothing of a partnership, and that everybody may read. */
@ApiExcludeController()
@Controller()
export class WordsController {
  constructor(private readonly pages: Pages) {}

  @Get('p/:partnership/words')
  @Does('pages.read')
  async words(@Req() request: GuardedRequest, @Res() response: Response): Promise<void> {
    await this.pages.send(request, response, wordsPage());
  }

  @Get('accessibility')
  @Does('pages.read')
  async accessibility(@Req() request: GuardedRequest, @Res() response: Response): Promise<void> {
    await this.pages.send(request, response, accessibilityPage());
  }
}
