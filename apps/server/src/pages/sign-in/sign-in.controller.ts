import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Accounts, DemonstrationPeople, Sessions } from '@promise/identity';
import type { Response } from 'express';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { SecurityLog } from '../../logging/security-log';
import { Does } from '../../sign-in/action';
import { csrfTokenFor } from '../../sign-in/forgery';
import { isAtThisMachine, isLoopback } from '../../sign-in/loopback';
import { clearSessionCookie, ensureSessionToken, setSessionCookie } from '../../sign-in/session-cookie';
import { Filled, FilledForm } from '../frame/forms/filled-form';
import type { FormError } from '../frame/forms/form-errors';
import { Pages } from '../frame/pages';
import { Who } from '../../sign-in/who';
import { localAddress, unsentOf } from './local-address';
import { carryOnPage, signInPage } from './sign-in.page';
import { signInWords } from './words';

/** Signing in and out: by the name and password of an account, or as one of the demonstration people. */
@ApiExcludeController()
@Controller()
export class SignInController {
  constructor(
    private readonly pages: Pages,
    private readonly people: DemonstrationPeople,
    private readonly sessions: Sessions,
    private readonly accounts: Accounts,
    private readonly who: Who,
    private readonly security: SecurityLog,
  ) {}

  @Get('sign-in')
  @Does('sign-in')
  async form(@Req() request: GuardedRequest, @Res() response: Response, @Query('to') to: unknown): Promise<void> {
    await this.show(request, response, FilledForm.filledWith({ to: typeof to === 'string' ? to : '/' }), []);
  }

  /** From the page that says that the sign-in has ended: the same form, with what was written. */
  @Post('sign-in/again')
  @Does('sign-in')
  async again(@Req() request: GuardedRequest, @Res() response: Response, @Filled() form: FilledForm): Promise<void> {
    await this.show(request, response, form, []);
  }

  @Post('sign-in')
  @Does('sign-in')
  async signIn(@Req() request: GuardedRequest, @Res() response: Response, @Filled() form: FilledForm): Promise<void> {
    const person = await this.personOf(request, form);
    if (typeof person !== 'string') return this.show(request, response, form, [person]);
    // A token of its own for each session: one that somebody else planted before is worth nothing.
    const token = await this.sessions.open(person);
    if (request.sessionToken !== undefined) await this.sessions.close(request.sessionToken);
    setSessionCookie(request, response, token);
    await this.security.note('signed-in', request, { person });
    const unsent = unsentOf(form.text('unsent'));
    if (!unsent) {
      response.redirect(303, localAddress(form.text('to')));
      return;
    }
    Object.assign(request, {
      person: (await this.who.personWith(person, request)) ?? undefined,
      sessionToken: token,
      bySession: true,
    });
    await this.pages.send(request, response, carryOnPage(unsent, csrfTokenFor(token)));
  }

  @Post('sign-out')
  @Does('sign-in')
  async signOut(@Req() request: GuardedRequest, @Res() response: Response): Promise<void> {
    if (request.sessionToken !== undefined) await this.sessions.close(request.sessionToken);
    if (request.person) await this.security.note('signed-out', request);
    clearSessionCookie(request, response);
    response.redirect(303, '/');
  }

  private async show(
    request: GuardedRequest,
    response: Response,
    form: FilledForm,
    errors: readonly FormError[],
  ): Promise<void> {
    ensureSessionToken(request, response);
    const page = signInPage({
      csrf: csrfTokenFor(request.sessionToken ?? ''),
      to: localAddress(form.text('to')),
      unsent: form.given('unsent') ?? null,
      byButton: this.people.any && isAtThisMachine(request),
      byToken: this.people.any,
      form,
      errors,
    });
    await this.pages.send(request, response, page);
  }

  /** The id of who signs in, or what is wrong. */
  private personOf(request: GuardedRequest, form: FilledForm): Promise<string | FormError> {
    const demonstration = form.given('role') !== undefined || form.given('token') !== undefined;
    return demonstration ? this.demonstrated(request, form) : this.withPassword(request, form);
  }

  private async withPassword(request: GuardedRequest, form: FilledForm): Promise<string | FormError> {
    const words = signInWords();
    const [signInName, password] = [form.text('signInName'), form.text('password')];
    if (signInName === '') return { field: 'signInName', message: words.nameMissing };
    if (password === '') return { field: 'password', message: words.passwordMissing };
    const address = request.ip ?? '';
    const { person, mustWait } = await this.accounts.withPassword({ signInName, password }, address);
    if (person !== null) return person;
    await this.security.note(mustWait ? 'sign-in-waited' : 'sign-in-failed', request, { name: signInName });
    return { field: 'signInName', message: mustWait ? words.wait : words.unknown };
  }

  private async demonstrated(request: GuardedRequest, form: FilledForm): Promise<string | FormError> {
    const role = form.given('role');
    const chosen = role !== undefined && isAtThisMachine(request) ? this.people.inRole(role) : null;
    if (chosen) return chosen.id;
    const person = isLoopback(request.socket.remoteAddress) ? this.people.withToken(form.text('token')) : null;
    if (person) return person.id;
    await this.security.note('sign-in-failed', request, { kind: 'demonstration' });
    return { field: 'token', message: signInWords().tokenUnknown };
  }
}
