import { Controller, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Accounts, Sessions } from '@promise/identity';
import { Refusal } from '@promise/kernel';
import type { Response } from 'express';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { SecurityLog } from '../../logging/security-log';
import { Does } from '../../sign-in/action';
import { setSessionCookie } from '../../sign-in/session-cookie';
import { Filled, FilledForm } from '../frame/forms/filled-form';
import { errorsFrom, type FormError } from '../frame/forms/form-errors';
import { personIn, SignInsDesk } from './sign-ins-desk';
import { accountWords } from './words';

/** Changing one's own password. */
@ApiExcludeController()
@Controller('sign-ins/password')
export class PasswordController {
  constructor(
    private readonly desk: SignInsDesk,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly security: SecurityLog,
  ) {}

  @Post()
  @Does('own-sign-ins')
  async change(@Req() request: GuardedRequest, @Res() response: Response, @Filled() form: FilledForm): Promise<void> {
    const person = personIn(request);
    const errors = await this.errorsIn(request, person, form);
    if (errors.length > 0) return this.desk.show(request, response, { errors });
    setSessionCookie(request, response, await this.sessions.open(person));
    await this.security.note('password-changed', request);
    response.redirect(303, '/sign-ins?ended=password');
  }

  /** Changes it, unless something is wrong. */
  private async errorsIn(request: GuardedRequest, person: string, form: FilledForm): Promise<readonly FormError[]> {
    const words = accountWords();
    const proof = await this.accounts.isOwnPassword(person, form.text('currentPassword'), request.ip ?? '');
    if (proof !== 'right') {
      await this.security.note(proof === 'wait' ? 'sign-in-waited' : 'sign-in-failed', request, { kind: 'change' });
      return [{ field: 'currentPassword', message: proof === 'wait' ? words.wait : words.proofWrong }];
    }
    try {
      await this.accounts.changePassword(person, form.text('newPassword'));
      return [];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return errorsFrom(error.faults, { password: 'newPassword' });
    }
  }
}
