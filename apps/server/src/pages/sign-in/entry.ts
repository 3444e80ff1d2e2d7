import { Injectable } from '@nestjs/common';
import { HalfWay, type Proven, SecondFactors, Sessions } from '@promise/identity';
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

/** Somebody for whom a session was opened. */
interface Arrived {
  readonly person: string;
  readonly token: string;
  readonly provider: string | null;
}

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
   * @throws PasswordChanged
   */
  async open(
    request: GuardedRequest,
    response: Response,
    proven: Proven,
    form: FilledForm,
    provider: string | null = null,
  ): Promise<void> {
    const token = await this.sessions.open(proven, provider);
    await this.arrive(request, response, { person: proven.person, token, provider }, form);
  }

  /** The same for somebody who was half way; whether they still were. */
  async openFromHalfWay(
    request: GuardedRequest,
    response: Response,
    person: string,
    form: FilledForm,
  ): Promise<boolean> {
    const token = await this.sessions.openFromHalfWay(request.sessionToken ?? '');
    if (token !== null) await this.arrive(request, response, { person, token, provider: null }, form);
    return token !== null;
  }

  private async arrive(
    request: GuardedRequest,
    response: Response,
    { person, token, provider }: Arrived,
    form: FilledForm,
  ): Promise<void> {
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

  /**
   * Asks for the second factor; until it has come, nobody is signed in.
   * @throws PasswordChanged
   */
  async askForCode(request: GuardedRequest, response: Response, proven: Proven, form: FilledForm): Promise<void> {
    await this.change(request, response, await this.halfWay.begin(proven));
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
