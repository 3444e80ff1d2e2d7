import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Accounts } from '@promise/identity';
import { GrantRoleCommand } from '@promise/people';
import type { Response } from 'express';
import { CommandContexts } from '../../api/conventions/command-contexts';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { Does } from '../../sign-in/action';
import { csrfTokenFor } from '../../sign-in/forgery';
import { Filled, FilledForm } from '../frame/forms/filled-form';
import type { FormError } from '../frame/forms/form-errors';
import { Pages } from '../frame/pages';
import { AfterRecording, commandOf } from '../frame/recording';
import { knownPersonPage } from './known-person.page';
import { errorsOf, grantIn, LAST_DAY } from './role-form';
import { peopleWords } from './words';

/**
 * A role for somebody who has an account already. They say who they are by a code that they alone can see, so that no
 * administrator finds out who is in another partnership. Comes before the pages of people, whose id could else be `known`.
 */
@ApiExcludeController()
@Controller('p/:partnership/people/known')
export class KnownPersonController {
  constructor(
    private readonly pages: Pages,
    private readonly accounts: Accounts,
    private readonly contexts: CommandContexts,
    private readonly bus: CommandBus,
    private readonly after: AfterRecording,
  ) {}

  @Get()
  @Does('people.manage')
  async open(@Req() request: GuardedRequest, @Res() response: Response): Promise<void> {
    await this.show(request, response, FilledForm.empty, []);
  }

  @Post()
  @Does('people.manage')
  async grant(@Req() request: GuardedRequest, @Res() response: Response, @Filled() form: FilledForm): Promise<void> {
    const account = await this.accounts.withCode(form.text('code'));
    const nobody = account ? [] : [{ field: 'code', message: peopleWords().codeUnknown }];
    const { grant, errors } = grantIn(form, nobody);
    if (!account || errors.length > 0) return this.show(request, response, form, errors);
    const { person } = account;
    try {
      const asked = { ...grant, person };
      const context = await this.contexts.of(commandOf(request, form), asked);
      const recorded = await this.bus.execute(new GrantRoleCommand(context, asked));
      // An administrator elsewhere may have one, and would become this person here by it.
      await this.accounts.endLinks(person);
      await this.after.goTo(response, `${baseOf(request)}/${person}`, recorded, 'recorded');
    } catch (error) {
      await this.show(request, response, form, errorsOf(error, LAST_DAY));
    }
  }

  private async show(
    request: GuardedRequest,
    response: Response,
    form: FilledForm,
    errors: readonly FormError[],
  ): Promise<void> {
    const csrf = csrfTokenFor(request.sessionToken ?? '');
    await this.pages.send(request, response, knownPersonPage({ base: baseOf(request), csrf, form, errors }));
  }
}

function baseOf({ params }: GuardedRequest): string {
  return `/p/${String(params.partnership)}/people`;
}
