import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Accounts, Sessions, SignedOut, Tokens } from '@promise/identity';
import { Refusal } from '@promise/kernel';
import type { Response } from 'express';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { SecurityLog } from '../../logging/security-log';
import { Does } from '../../sign-in/action';
import { csrfTokenFor } from '../../sign-in/forgery';
import { ensureSessionToken, setSessionCookie } from '../../sign-in/session-cookie';
import { Filled, FilledForm } from '../frame/forms/filled-form';
import { errorsFrom, type FormError } from '../frame/forms/form-errors';
import { Pages } from '../frame/pages';
import { personIn, SignInsDesk } from './sign-ins-desk';
import { madeTokenPage, tokenWanted } from './tokens';
import { deadLinkPage, welcomePage } from './welcome.page';
import { accountWords } from './words';

/** What people do about their own account. */
@ApiExcludeController()
@Controller()
export class AccountController {
  constructor(
    private readonly pages: Pages,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly tokens: Tokens,
    private readonly desk: SignInsDesk,
    private readonly security: SecurityLog,
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
      const proven = await this.accounts.takeUp(form.text('link'), credentials);
      if (proven === null) {
        await this.security.note('dead-link-tried', request);
        await this.pages.send(request, response, deadLinkPage());
        return;
      }
      const { person } = proven;
      setSessionCookie(request, response, await this.sessions.open(proven));
      await this.security.note('link-used', request, { person });
      await this.security.note('signed-in', request, { person });
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
    const notices: Readonly<Record<string, string>> = accountWords().ended;
    const isKnown = typeof ended === 'string' && Object.hasOwn(notices, ended);
    await this.desk.show(request, response, { notice: isKnown ? notices[ended] : undefined });
  }

  @Post('sign-ins/end-others')
  @Does('own-sign-ins')
  async endOthers(@Req() request: GuardedRequest, @Res() response: Response): Promise<void> {
    await this.sessions.closeOthers(personIn(request), request.sessionToken ?? '');
    await this.security.note('session-ended', request);
    response.redirect(303, '/sign-ins?ended=others');
  }

  @Post('sign-ins/tokens')
  @Does('own-sign-ins')
  async makeToken(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @Filled() form: FilledForm,
  ): Promise<void> {
    const wanted = tokenWanted(form);
    if (!('name' in wanted)) return this.desk.show(request, response, { form, errors: wanted });
    try {
      const token = await this.tokens.make(personIn(request), wanted, request.sessionToken ?? '');
      await this.security.note('token-made', request, { kind: wanted.mayRecord ? 'records' : 'reads' });
      await this.pages.send(request, response, madeTokenPage(token));
    } catch (error) {
      if (!(error instanceof SignedOut)) throw error;
      response.redirect(303, '/sign-in');
    }
  }

  @Post('sign-ins/tokens/:token/end')
  @Does('own-sign-ins')
  async endToken(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    await this.tokens.end(personIn(request), token);
    await this.security.note('token-ended', request);
    response.redirect(303, '/sign-ins?ended=token');
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
    if (!account) {
      await this.security.note('dead-link-tried', request);
      return this.pages.send(request, response, deadLinkPage());
    }
    const shown = form.given('signInName') ?? account.signInName;
    const filled = FilledForm.filledWith({ signInName: shown });
    const csrf = csrfTokenFor(request.sessionToken ?? '');
    await this.pages.send(request, response, welcomePage({ csrf, link, name: account.name, form: filled, errors }));
  }
}
