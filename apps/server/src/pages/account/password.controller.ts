import { Controller, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Accounts, type Proven, Sessions } from '@promise/identity';
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
    const changed = await this.changed(request, person, form);
    if (!('person' in changed)) return this.desk.show(request, response, { errors: changed });
    setSessionCookie(request, response, await this.sessions.open(changed));
    await this.security.note('password-changed', request);
    response.redirect(303, '/sign-ins?ended=password');
  }

  /** Changes it, or tells what is wrong. */
  private async changed(
    request: GuardedRequest,
    person: string,
    form: FilledForm,
  ): Promise<Proven | readonly FormError[]> {
    const words = accountWords();
    const current = form.text('currentPassword');
    const proof = await this.accounts.isOwnPassword(person, current, request.ip ?? '');
    if (proof !== 'right') {
      await this.security.note(proof === 'wait' ? 'sign-in-waited' : 'sign-in-failed', request, { kind: 'change' });
      return [{ field: 'currentPassword', message: proof === 'wait' ? words.wait : words.proofWrong }];
    }
    try {
      const changed = await this.accounts.changePassword(person, current, form.text('newPassword'));
      return changed ?? [{ field: 'currentPassword', message: words.proofWrong }];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return errorsFrom(error.faults, { password: 'newPassword' });
    }
  }
}
