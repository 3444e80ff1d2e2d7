import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Accounts, keyAsText, keyUri, type Proof, SecondFactors } from '@promise/identity';
import type { Response } from 'express';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { SecurityLog } from '../../logging/security-log';
import { Does } from '../../sign-in/action';
import { csrfTokenFor } from '../../sign-in/forgery';
import { Filled, FilledForm } from '../frame/forms/filled-form';
import type { FormError } from '../frame/forms/form-errors';
import { Pages } from '../frame/pages';
import { keyPage, recoveryCodesPage } from './second-factor';
import { personIn, SignInsDesk } from './sign-ins-desk';
import { accountWords } from './words';

/** Turning the second factor of one's own account on and off. */
@ApiExcludeController()
@Controller('sign-ins/second-factor')
export class SecondFactorController {
  constructor(
    private readonly pages: Pages,
    private readonly desk: SignInsDesk,
    private readonly accounts: Accounts,
    private readonly secondFactors: SecondFactors,
    private readonly security: SecurityLog,
  ) {}

  @Post()
  @Does('own-sign-ins')
  async begin(@Req() request: GuardedRequest, @Res() response: Response, @Filled() form: FilledForm): Promise<void> {
    const person = personIn(request);
    const proof = await this.accounts.isOwnPassword(person, form.text('proof'), request.ip ?? '');
    if (proof !== 'right') return this.refuse(request, response, proof);
    await this.secondFactors.begin(person);
    response.redirect(303, '/sign-ins/second-factor');
  }

  @Get()
  @Does('own-sign-ins')
  async key(@Req() request: GuardedRequest, @Res() response: Response): Promise<void> {
    await this.showKey(request, response, []);
  }

  @Post('on')
  @Does('own-sign-ins')
  async turnOn(@Req() request: GuardedRequest, @Res() response: Response, @Filled() form: FilledForm): Promise<void> {
    const codes = await this.secondFactors.turnOn(personIn(request), form.text('code'));
    if (codes === null) {
      return this.showKey(request, response, [{ field: 'code', message: accountWords().firstCodeWrong }]);
    }
    await this.security.note('second-factor-on', request);
    await this.pages.send(request, response, recoveryCodesPage(codes));
  }

  @Post('off')
  @Does('own-sign-ins')
  async turnOff(@Req() request: GuardedRequest, @Res() response: Response, @Filled() form: FilledForm): Promise<void> {
    const person = personIn(request);
    const proof = await this.proofIn(person, form.text('proof'), request.ip ?? '');
    if (proof !== 'right') return this.refuse(request, response, proof);
    await this.secondFactors.turnOff(person);
    await this.security.note('second-factor-off', request);
    response.redirect(303, '/sign-ins?ended=second-factor');
  }

  /** No password is as short as a code of an app; a recovery code might be one. */
  private async proofIn(person: string, given: string, address: string): Promise<Proof> {
    const isShort = /^\d{3}\s?\d{3}$/.test(given);
    const byPassword = isShort ? 'wrong' : await this.accounts.isOwnPassword(person, given, address);
    return byPassword === 'wrong' ? this.secondFactors.check(person, given, address) : byPassword;
  }

  private async refuse(request: GuardedRequest, response: Response, proof: Proof): Promise<void> {
    const words = accountWords();
    await this.security.note('second-factor-failed', request, { kind: `change ${proof}` });
    const message = proof === 'wait' ? words.wait : words.proofWrong;
    await this.desk.show(request, response, { errors: [{ field: 'proof', message }] });
  }

  private async showKey(request: GuardedRequest, response: Response, errors: readonly FormError[]): Promise<void> {
    const person = personIn(request);
    const key = await this.secondFactors.waitingKey(person);
    if (key === null) {
      response.redirect(303, '/sign-ins');
      return;
    }
    const label = (await this.accounts.signInNameOf(person)) ?? '';
    const csrf = csrfTokenFor(request.sessionToken ?? '');
    await this.pages.send(request, response, keyPage({ csrf, key: keyAsText(key), uri: keyUri(key, label), errors }));
  }
}
