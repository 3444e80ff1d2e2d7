import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Accounts } from '@promise/identity';
import { isPlainText } from '@promise/kernel';
import { EndRoleCommand, GrantRoleCommand, MakeLinkCommand } from '@promise/people';
import { newIdOf } from '@promise/recording';
import type { Response } from 'express';
import { CommandContexts } from '../../api/conventions/command-contexts';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { SecurityLog } from '../../logging/security-log';
import { Does } from '../../sign-in/action';
import { csrfTokenFor, siteOf } from '../../sign-in/forgery';
import { Filled, FilledForm } from '../frame/forms/filled-form';
import type { FormError } from '../frame/forms/form-errors';
import { Pages } from '../frame/pages';
import { AfterRecording, commandOf } from '../frame/recording';
import { Members } from './members';
import { linkPage, peoplePage, type PeopleView } from './people.page';
import { personPage } from './person.page';
import { errorsOf, grantIn, LAST_DAY } from './role-form';
import { peopleWords } from './words';

const LONGEST_NAME = 200;

/** People and roles, for the administrators of a partnership. */
@ApiExcludeController()
@Controller('p/:partnership/people')
export class PeopleController {
  constructor(
    private readonly pages: Pages,
    private readonly members: Members,
    private readonly accounts: Accounts,
    private readonly contexts: CommandContexts,
    private readonly bus: CommandBus,
    private readonly after: AfterRecording,
    private readonly security: SecurityLog,
  ) {}

  @Get()
  @Does('people.read')
  async list(@Req() request: GuardedRequest, @Res() response: Response): Promise<void> {
    await this.showList(request, response, FilledForm.empty, []);
  }

  /** The role is recorded first: an account without one could do nothing, and the same form sent again makes it. */
  @Post()
  @Does('people.manage')
  async invite(@Req() request: GuardedRequest, @Res() response: Response, @Filled() form: FilledForm): Promise<void> {
    const name = form.text('name');
    const { grant, errors } = grantIn(form, [...nameErrors(name), ...groupErrors(form.text('appearsAs'))]);
    if (errors.length > 0) return this.showList(request, response, form, errors);
    const asked = { ...grant, name };
    const context = await this.contexts.of(commandOf(request, form), asked);
    const person = newIdOf(context.commandId);
    try {
      await this.after.shows(await this.bus.execute(new GrantRoleCommand(context, { ...grant, person })));
    } catch (error) {
      return this.showList(request, response, form, errorsOf(error, LAST_DAY));
    }
    await this.accounts.create({ person, name, appearsAs: form.given('appearsAs') ?? null });
    // The same form sent again is no way round the wall before a new link: it may be old, and its person at work since.
    const isTakenUp = (await this.accounts.one(person))?.active ?? false;
    if (isTakenUp) response.redirect(303, `${baseOf(request)}/${person}`);
    else await this.sendLink(request, response, { person, name, token: await this.accounts.linkFor(person) });
  }

  @Get(':person')
  @Does('people.read')
  async one(@Req() request: GuardedRequest, @Res() response: Response, @Param('person') person: string): Promise<void> {
    await this.showOne(request, response, person, FilledForm.empty, []);
  }

  @Post(':person/roles')
  @Does('people.manage')
  async grant(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @Param('person') person: string,
    @Filled() form: FilledForm,
  ): Promise<void> {
    await this.members.one(partnershipOf(request), person);
    const { grant, errors } = grantIn(form);
    if (errors.length > 0) return this.showOne(request, response, person, form, errors);
    try {
      const context = await this.contexts.of(commandOf(request, form), grant);
      const recorded = await this.bus.execute(new GrantRoleCommand(context, { ...grant, person }));
      await this.after.goTo(response, `${baseOf(request)}/${person}`, recorded, 'recorded');
    } catch (error) {
      await this.showOne(request, response, person, form, errorsOf(error, LAST_DAY));
    }
  }

  @Post(':person/end')
  @Does('people.manage')
  async end(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @Param('person') person: string,
    @Filled() form: FilledForm,
  ): Promise<void> {
    await this.members.one(partnershipOf(request), person);
    const ending = { person, role: form.text('endedRole'), reason: form.text('reason') };
    try {
      const context = await this.contexts.of(commandOf(request, form), ending);
      const recorded = await this.bus.execute(new EndRoleCommand(context, ending));
      await this.after.goTo(response, baseOf(request), recorded, 'recorded');
    } catch (error) {
      await this.showOne(request, response, person, form, errorsOf(error, { role: 'endedRole' }));
    }
  }

  @Post(':person/link')
  @Does('people.manage')
  async link(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @Param('person') person: string,
    @Filled() form: FilledForm,
  ): Promise<void> {
    const member = await this.members.one(partnershipOf(request), person);
    const onlyHere = await this.members.isOnlyHere(partnershipOf(request), person);
    if (member.name === null || member.isElsewhere || !onlyHere)
      return this.showOne(request, response, person, FilledForm.empty, []);
    const asked = { person };
    const context = await this.contexts.of(commandOf(request, form), asked);
    await this.after.shows(await this.bus.execute(new MakeLinkCommand(context, person)));
    const token = await this.members.linkFor(partnershipOf(request), person);
    if (token === null) return this.showOne(request, response, person, FilledForm.empty, []);
    await this.sendLink(request, response, { person, name: member.name, token });
  }

  private async sendLink(
    request: GuardedRequest,
    response: Response,
    { person, name, token }: { readonly person: string; readonly name: string; readonly token: string },
  ): Promise<void> {
    await this.security.note('link-made', request, { whose: person });
    const link = `${siteOf(request)}/welcome?link=${token}`;
    await this.pages.send(request, response, linkPage(name, link, baseOf(request)));
  }

  private async showList(
    request: GuardedRequest,
    response: Response,
    form: FilledForm,
    errors: readonly FormError[],
  ): Promise<void> {
    const members = await this.members.of(partnershipOf(request));
    await this.pages.send(request, response, peoplePage(members, viewOf(request, form, errors)));
  }

  private async showOne(
    request: GuardedRequest,
    response: Response,
    person: string,
    form: FilledForm,
    errors: readonly FormError[],
  ): Promise<void> {
    const member = await this.members.one(partnershipOf(request), person);
    const onlyHere = await this.members.isOnlyHere(partnershipOf(request), person);
    await this.pages.send(request, response, personPage(member, onlyHere, viewOf(request, form, errors)));
  }
}

function viewOf(request: GuardedRequest, form: FilledForm, errors: readonly FormError[]): PeopleView {
  return { base: baseOf(request), csrf: csrfTokenFor(request.sessionToken ?? ''), form, errors };
}

function partnershipOf(request: GuardedRequest): string {
  return String(request.params.partnership);
}

function baseOf(request: GuardedRequest): string {
  return `/p/${partnershipOf(request)}/people`;
}

function groupErrors(group: string): readonly FormError[] {
  const isGroup = group.length <= LONGEST_NAME && isPlainText(group);
  return isGroup ? [] : [{ field: 'appearsAs', message: peopleWords().groupLong }];
}

function nameErrors(name: string): readonly FormError[] {
  const words = peopleWords();
  if (name === '' || !isPlainText(name)) return [{ field: 'name', message: words.nameMissing }];
  return name.length > LONGEST_NAME ? [{ field: 'name', message: words.nameLong }] : [];
}
