import { Injectable } from '@nestjs/common';
import { DemonstrationPeople, OpenId } from '@promise/identity';
import type { Response } from 'express';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { csrfTokenFor } from '../../sign-in/forgery';
import { isAtThisMachine } from '../../sign-in/loopback';
import { ensureSessionToken } from '../../sign-in/session-cookie';
import type { FilledForm } from '../frame/forms/filled-form';
import type { FormError } from '../frame/forms/form-errors';
import { Pages } from '../frame/pages';
import { localAddress } from './local-address';
import { signInPage } from './sign-in.page';

/** Shows the sign-in page, with what was wrong. */
@Injectable()
export class SignInDesk {
  constructor(
    private readonly pages: Pages,
    private readonly people: DemonstrationPeople,
    private readonly openId: OpenId,
  ) {}

  async show(
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
      providers: this.openId.providers,
      byButton: this.people.any && isAtThisMachine(request),
      byToken: this.people.any,
      form,
      errors,
    });
    await this.pages.send(request, response, page);
  }
}
