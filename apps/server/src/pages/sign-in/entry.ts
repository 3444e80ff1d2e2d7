import { Injectable } from '@nestjs/common';
import { HalfWay, SecondFactors, Sessions } from '@promise/identity';
import type { Response } from 'express';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { SecurityLog } from '../../logging/security-log';
import { csrfTokenFor } from '../../sign-in/forgery';
import { setSessionCookie } from '../../sign-in/session-cookie';
import { Who } from '../../sign-in/who';
import type { FilledForm } from '../frame/forms/filled-form';
import { Pages } from '../frame/pages';
import { localAddress, unsentOf } from './local-address';
import { codePage } from './code.page';
import { carryOnPage } from './sign-in.page';

/** Lets somebody in whose password, token or code was right, and brings them to where they wanted to go. */
@Injectable()
export class Entry {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly secondFactors: SecondFactors,
    private readonly halfWay: HalfWay,
    private readonly who: Who,
    private readonly security: SecurityLog,
  ) {}

  /**
   * Opens a session for the person; what they wrote before their last one ended comes back to them.
   * @param provider where they signed in, where that was not here
   */
  async open(
    request: GuardedRequest,
    response: Response,
    person: string,
    form: FilledForm,
    provider: string | null = null,
  ): Promise<void> {
    const token = await this.sessions.open(person, provider);
    await this.change(request, response, token);
    await this.security.note('signed-in', request, { person, ...(provider === null ? {} : { kind: provider }) });
    const unsent = unsentOf(form.text('unsent'));
    if (!unsent) {
      response.redirect(303, localAddress(form.text('to')));
      return;
    }
    Object.assign(request, { person: (await this.who.personWith(person, request)) ?? undefined, bySession: true });
    await this.pages.send(request, response, carryOnPage(unsent, csrfTokenFor(token)));
  }

  /** Whether a password is not enough. */
  async owesCode(person: string): Promise<boolean> {
    return (await this.secondFactors.recoveryCodesOf(person)) !== null;
  }

  /** Asks for the second factor; until it has come, nobody is signed in. */
  async askForCode(request: GuardedRequest, response: Response, person: string, form: FilledForm): Promise<void> {
    await this.change(request, response, await this.halfWay.begin(person));
    const to = localAddress(form.text('to'));
    if (form.given('unsent') === undefined) response.redirect(303, codeAddress(to));
    else await this.pages.send(request, response, codePage(csrfTokenFor(request.sessionToken ?? ''), form, []));
  }

  /** A token of its own for each step: one that somebody else planted before is worth nothing. */
  private async change(request: GuardedRequest, response: Response, token: string): Promise<void> {
    if (request.sessionToken !== undefined) await this.sessions.close(request.sessionToken);
    request.sessionToken = token;
    setSessionCookie(request, response, token);
  }
}

function codeAddress(to: string): string {
  return to === '/' ? '/sign-in/code' : `/sign-in/code?to=${encodeURIComponent(to)}`;
}
