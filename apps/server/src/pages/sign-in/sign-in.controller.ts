import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Accounts, DemonstrationPeople, PasswordChanged, type Person, type Proven, Sessions } from '@promise/identity';
import type { Response } from 'express';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { SecurityLog } from '../../logging/security-log';
import { Does } from '../../sign-in/action';
import { isAtThisMachine, isLoopback } from '../../sign-in/loopback';
import { clearSessionCookie } from '../../sign-in/session-cookie';
import { Filled, FilledForm } from '../frame/forms/filled-form';
import type { FormError } from '../frame/forms/form-errors';
import { Entry } from './entry';
import { SignInDesk } from './sign-in-desk';
import { signInWords } from './words';

/** Signing in and out: by the name and password of an account, or as one of the demonstration people. */
@ApiExcludeController()
@Controller()
export class SignInController {
  constructor(
    private readonly people: DemonstrationPeople,
    private readonly sessions: Sessions,
    private readonly accounts: Accounts,
    private readonly entry: Entry,
    private readonly desk: SignInDesk,
    private readonly security: SecurityLog,
  ) {}

  @Get('sign-in')
  @Does('sign-in')
  async form(@Req() request: GuardedRequest, @Res() response: Response, @Query('to') to: unknown): Promise<void> {
    await this.desk.show(request, response, FilledForm.filledWith({ to: typeof to === 'string' ? to : '/' }), []);
  }

  /** From the page that says that the sign-in has ended: the same form, with what was written. */
  @Post('sign-in/again')
  @Does('sign-in')
  async again(@Req() request: GuardedRequest, @Res() response: Response, @Filled() form: FilledForm): Promise<void> {
    await this.desk.show(request, response, form, []);
  }

  @Post('sign-in')
  @Does('sign-in')
  async signIn(@Req() request: GuardedRequest, @Res() response: Response, @Filled() form: FilledForm): Promise<void> {
    const proven = await this.personOf(request, form);
    if ('field' in proven) return this.desk.show(request, response, form, [proven]);
    try {
      if (await this.entry.owesCode(proven.person)) await this.entry.askForCode(request, response, proven, form);
      else await this.entry.open(request, response, proven, form);
    } catch (error) {
      if (!(error instanceof PasswordChanged)) throw error;
      await this.security.note('sign-in-failed', request, { name: form.text('signInName') });
      await this.desk.show(request, response, form, [{ field: 'signInName', message: signInWords().unknown }]);
    }
  }

  @Post('sign-out')
  @Does('sign-in')
  async signOut(@Req() request: GuardedRequest, @Res() response: Response): Promise<void> {
    const provider = request.sessionToken === undefined ? null : await this.sessions.close(request.sessionToken);
    if (request.person) await this.security.note('signed-out', request);
    clearSessionCookie(request, response);
    response.redirect(303, provider === null ? '/' : `/sign-out?of=${provider}`);
  }

  /** Who signs in, or what is wrong. */
  private personOf(request: GuardedRequest, form: FilledForm): Promise<Proven | FormError> {
    const demonstration = form.given('role') !== undefined || form.given('token') !== undefined;
    return demonstration ? this.demonstrated(request, form) : this.withPassword(request, form);
  }

  private async withPassword(request: GuardedRequest, form: FilledForm): Promise<Proven | FormError> {
    const words = signInWords();
    const [signInName, password] = [form.text('signInName'), form.text('password')];
    if (signInName === '') return { field: 'signInName', message: words.nameMissing };
    if (password === '') return { field: 'password', message: words.passwordMissing };
    const demonstrated = this.atThisMachine(request, () =>
      this.people.withPassword(signInName.toLowerCase(), password),
    );
    if (demonstrated) return { person: demonstrated.id, stamp: null };
    const address = request.ip ?? '';
    const { proven, mustWait } = await this.accounts.withPassword({ signInName, password }, address);
    if (proven) return proven;
    await this.security.note(mustWait ? 'sign-in-waited' : 'sign-in-failed', request, { name: signInName });
    return { field: 'signInName', message: mustWait ? words.wait : words.unknown };
  }

  private async demonstrated(request: GuardedRequest, form: FilledForm): Promise<Proven | FormError> {
    const role = form.given('role');
    const chosen = role !== undefined && isAtThisMachine(request) ? this.people.inRole(role) : null;
    if (chosen) return { person: chosen.id, stamp: null };
    const person = this.atThisMachine(request, () => this.people.withToken(form.text('token')));
    if (person) return { person: person.id, stamp: null };
    await this.security.note('sign-in-failed', request, { kind: 'demonstration' });
    return { field: 'token', message: signInWords().tokenUnknown };
  }

  /** What lies in a file of this machine is worth nothing from anywhere else. */
  private atThisMachine(request: GuardedRequest, find: () => Person | null): Person | null {
    return isLoopback(request.socket.remoteAddress) ? find() : null;
  }
}
