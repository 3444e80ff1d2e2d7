import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { HalfWay, SecondFactors } from '@promise/identity';
import type { Response } from 'express';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { SecurityLog } from '../../logging/security-log';
import { Does } from '../../sign-in/action';
import { csrfTokenFor } from '../../sign-in/forgery';
import { Filled, FilledForm } from '../frame/forms/filled-form';
import type { FormError } from '../frame/forms/form-errors';
import { Pages } from '../frame/pages';
import { codePage } from './code.page';
import { Entry } from './entry';
import { SignInDesk } from './sign-in-desk';
import { signInWords } from './words';

/** The second step of signing in, for those who turned it on. */
@ApiExcludeController()
@Controller('sign-in/code')
export class CodeController {
  constructor(
    private readonly pages: Pages,
    private readonly secondFactors: SecondFactors,
    private readonly halfWay: HalfWay,
    private readonly entry: Entry,
    private readonly desk: SignInDesk,
    private readonly security: SecurityLog,
  ) {}

  @Get()
  @Does('sign-in')
  async ask(@Req() request: GuardedRequest, @Res() response: Response, @Query('to') to: unknown): Promise<void> {
    const form = FilledForm.filledWith({ to: typeof to === 'string' ? to : '/' });
    if ((await this.whoIsHalfWay(request)) === null) response.redirect(303, '/sign-in');
    else await this.show(request, response, form, []);
  }

  @Post()
  @Does('sign-in')
  async give(@Req() request: GuardedRequest, @Res() response: Response, @Filled() form: FilledForm): Promise<void> {
    const person = await this.whoIsHalfWay(request);
    if (person === null) return this.tooLate(request, response, form);
    const error = await this.errorIn(request, person, form.text('code'));
    if (error) return this.show(request, response, form, [error]);
    // Of two that come at the same time with a code each, one is let in.
    const isLetIn = await this.entry.openFromHalfWay(request, response, person, form);
    if (!isLetIn) await this.tooLate(request, response, form);
  }

  private async errorIn(request: GuardedRequest, person: string, code: string): Promise<FormError | null> {
    const words = signInWords();
    if (code === '') return { field: 'code', message: words.codeMissing };
    const proof = await this.secondFactors.check(person, code, request.ip ?? '');
    if (proof === 'right') return null;
    await this.security.note('second-factor-failed', request, { person, kind: proof });
    return { field: 'code', message: proof === 'wait' ? words.wait : words.codeWrong };
  }

  private async whoIsHalfWay({ sessionToken }: GuardedRequest): Promise<string | null> {
    return sessionToken === undefined ? null : this.halfWay.whose(sessionToken);
  }

  private async tooLate(request: GuardedRequest, response: Response, form: FilledForm): Promise<void> {
    await this.desk.show(request, response, form, [{ field: 'signInName', message: signInWords().codeLate }]);
  }

  private async show(
    request: GuardedRequest,
    response: Response,
    form: FilledForm,
    errors: readonly FormError[],
  ): Promise<void> {
    await this.pages.send(request, response, codePage(csrfTokenFor(request.sessionToken ?? ''), form, errors));
  }
}
