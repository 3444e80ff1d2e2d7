import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OpenId, type OpenIdProvider, OpenIdRefused } from '@promise/identity';
import type { Response } from 'express';
import { notFound } from '../../api/conventions/problem';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { SecurityLog } from '../../logging/security-log';
import { Does } from '../../sign-in/action';
import { ensureSessionToken } from '../../sign-in/session-cookie';
import { FilledForm } from '../frame/forms/filled-form';
import { Pages } from '../frame/pages';
import { Entry } from './entry';
import { GroupRoles } from './group-roles';
import { localAddress } from './local-address';
import { noSignOutPage, notSignedInPage, signedOutPage } from './open-id.page';
import type { WhyNot } from './open-id.words';

/** Signing in and out at the services that people of a council use already. */
@ApiExcludeController()
@Controller()
export class OpenIdController {
  constructor(
    private readonly pages: Pages,
    private readonly openId: OpenId,
    private readonly entry: Entry,
    private readonly roles: GroupRoles,
    private readonly security: SecurityLog,
  ) {}

  @Get('sign-in/with/:provider')
  @Does('sign-in')
  async begin(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @Param('provider') id: string,
    @Query('to') to: unknown,
  ): Promise<void> {
    const provider = this.provider(id);
    ensureSessionToken(request, response);
    const goTo = localAddress(typeof to === 'string' ? to : '');
    await this.orRefuse(request, response, provider, async () => {
      response.redirect(303, await this.openId.begin(provider, request.sessionToken ?? '', goTo));
    });
  }

  /** Where the provider sends people back to; what it says stands in the query, which is never logged. */
  @Get('sign-in/with/:provider/back')
  @Does('sign-in')
  async back(@Req() request: GuardedRequest, @Res() response: Response, @Param('provider') id: string): Promise<void> {
    const provider = this.provider(id);
    const query = new URL(request.originalUrl, 'http://here').search.slice(1);
    await this.orRefuse(request, response, provider, async () => {
      const { known, goTo } = await this.openId.finish(provider, request.sessionToken ?? null, query);
      const person = await this.roles.bring(provider, known, request);
      if (person === null) return this.refuse(request, response, provider, 'no-role');
      const proven = { person, stamp: null };
      await this.entry.open(request, response, proven, FilledForm.filledWith({ to: goTo }), provider.id);
    });
  }

  @Get('sign-out')
  @Does('sign-in')
  async signedOut(@Req() request: GuardedRequest, @Res() response: Response, @Query('of') of: unknown): Promise<void> {
    const provider = typeof of === 'string' ? this.openId.provider(of) : null;
    await this.pages.send(request, response, signedOutPage(provider));
  }

  @Get('sign-out/with/:provider')
  @Does('sign-in')
  async signOutThere(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @Param('provider') id: string,
  ): Promise<void> {
    const provider = this.provider(id);
    await this.orRefuse(request, response, provider, async () => {
      const address = await this.openId.signOutAddress(provider);
      if (address === null) await this.pages.send(request, response, noSignOutPage(provider));
      else response.redirect(303, address);
    });
  }

  private provider(id: string): OpenIdProvider {
    const provider = this.openId.provider(id);
    if (provider) return provider;
    throw notFound('There is no such sign-in service here.', 'provider');
  }

  private async orRefuse(
    request: GuardedRequest,
    response: Response,
    provider: OpenIdProvider,
    act: () => Promise<void>,
  ): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof OpenIdRefused)) throw error;
      await this.refuse(request, response, provider, error.why, error.code);
    }
  }

  private async refuse(
    request: GuardedRequest,
    response: Response,
    provider: OpenIdProvider,
    why: WhyNot,
    code = 'none',
  ): Promise<void> {
    await this.security.note('openid-refused', request, { kind: `${provider.id} ${why} ${code}` });
    await this.pages.send(request, response, notSignedInPage(why, provider));
  }
}
