import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Accounts, Sessions } from '@promise/identity';
import { Refusal } from '@promise/kernel';
import type { Response } from 'express';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { Does } from '../../sign-in/action';
import { csrfTokenFor } from '../../sign-in/forgery';
import { ensureSessionToken, setSessionCookie } from '../../sign-in/session-cookie';
import { Filled, FilledForm } from '../frame/forms/filled-form';
import { errorsFrom, type FormError } from '../frame/forms/form-errors';
import { Pages } from '../frame/pages';
import { signInsPage } from './sign-ins.page';
import { deadLinkPage, welcomePage } from './welcome.page';

/** What people do about their own account. */
@ApiExcludeController()
@Controller()
export class AccountController {
  constructor(
    private readonly pages: Pages,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
  ) {}

  /** The link stands in the query, which is never logged. */
  @Get('welcome')
  @Does('sign-in')
  async welcome(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @Query('link') link: unknown,
  ): Promise<void> {
    const form = FilledForm.filledWith({ link: typeof link === 'string' ? link : '' });
    await this.showWelcome(request, response, form, []);
  }

  @Post('welcome')
  @Does('sign-in')
  async takeUp(@Req() request: GuardedRequest, @Res() response: Response, @Filled() form: FilledForm): Promise<void> {
    const credentials = { signInName: form.text('signInName'), password: form.text('password') };
    try {
      const person = await this.accounts.takeUp(form.text('link'), credentials);
      if (person === null) {
        await this.pages.send(request, response, deadLinkPage());
        return;
      }
      setSessionCookie(request, response, await this.sessions.open(person));
      response.redirect(303, '/');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.showWelcome(request, response, form, errorsFrom(error.faults));
    }
  }

  @Get('sign-ins')
  @Does('own-sign-ins')
  async signIns(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @Query('ended') ended: unknown,
  ): Promise<void> {
    const token = request.sessionToken ?? '';
    const sessions = await this.sessions.of(request.person?.id ?? '');
    await this.pages.send(request, response, signInsPage(sessions, token, csrfTokenFor(token), ended === 'others'));
  }

  @Post('sign-ins/end-others')
  @Does('own-sign-ins')
  async endOthers(@Req() request: GuardedRequest, @Res() response: Response): Promise<void> {
    await this.sessions.closeOthers(request.person?.id ?? '', request.sessionToken ?? '');
    response.redirect(303, '/sign-ins?ended=others');
  }

  private async showWelcome(
    request: GuardedRequest,
    response: Response,
    form: FilledForm,
    errors: readonly FormError[],
  ): Promise<void> {
    ensureSessionToken(request, response);
    const link = form.text('link');
    const account = await this.accounts.behind(link);
    if (!account) return this.pages.send(request, response, deadLinkPage());
    const shown = form.given('signInName') ?? account.signInName;
    const filled = FilledForm.filledWith({ signInName: shown });
    const csrf = csrfTokenFor(request.sessionToken ?? '');
    await this.pages.send(request, response, welcomePage({ csrf, link, name: account.name, form: filled, errors }));
  }
}
