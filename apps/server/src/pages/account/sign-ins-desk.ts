import { Injectable } from '@nestjs/common';
import { Accounts, SecondFactors, Sessions, Tokens } from '@promise/identity';
import type { Response } from 'express';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { csrfTokenFor } from '../../sign-in/forgery';
import { FilledForm } from '../frame/forms/filled-form';
import type { FormError } from '../frame/forms/form-errors';
import { Pages } from '../frame/pages';
import { signInsPage } from './sign-ins.page';

interface Shown {
  readonly form?: FilledForm;
  readonly errors?: readonly FormError[];
  readonly notice?: string | undefined;
}

/** Shows people how and where they are signed in, with what was wrong in one of the forms there. */
@Injectable()
export class SignInsDesk {
  constructor(
    private readonly pages: Pages,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly secondFactors: SecondFactors,
    private readonly tokens: Tokens,
  ) {}

  async show(
    request: GuardedRequest,
    response: Response,
    { form = FilledForm.filledWith({ days: '30' }), errors = [], notice }: Shown,
  ): Promise<void> {
    const person = personIn(request);
    const session = request.sessionToken ?? '';
    const view = {
      sessions: await this.sessions.of(person),
      tokens: await this.tokens.of(person),
      hasPassword: (await this.accounts.signInNameOf(person)) !== null,
      recoveryCodes: await this.secondFactors.recoveryCodesOf(person),
      code: await this.accounts.codeOf(person),
      session,
      csrf: csrfTokenFor(session),
      form,
      errors,
      notice,
    };
    await this.pages.send(request, response, signInsPage(view));
  }
}

/** The id of who asks. */
export function personIn({ person }: GuardedRequest): string {
  if (!person) throw new Error('nobody is signed in where the policy asks for somebody');
  return person.id;
}
