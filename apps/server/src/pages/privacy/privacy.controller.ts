import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { Does } from '../../sign-in/action';
import { Pages } from '../frame/pages';
import { privacyPage } from './privacy.page';

/** What a partnership keeps about people: everybody may read it. */
@ApiExcludeController()
@Controller('p/:partnership/privacy')
export class PrivacyController {
  constructor(private readonly pages: Pages) {}

  @Get()
  @Does('pages.read')
  async show(@Req() request: GuardedRequest, @Res() response: Response): Promise<void> {
    const { partnership, person } = request;
    if (!partnership) throw new Error('the guard lets through no address of a partnership that is not there');
    await this.pages.send(request, response, privacyPage(partnership, person !== undefined));
  }
}
