import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ChangePublicationCommand,
  DecideRetentionCommand,
  DecideThemesCommand,
  PartnershipsQuery,
  type PartnershipView,
  RegisterPartnershipCommand,
  RenamePartnershipCommand,
} from '@promise/partnerships';
import type { CommandContext, Recorded } from '@promise/recording';
import type { Response } from 'express';
import { Does } from '../../sign-in/action';
import { answer, CommandAnswer, etagOf } from '../conventions/command-answer';
import { CommandContexts } from '../conventions/command-contexts';
import { type CommandRequest, FromRequest } from '../conventions/command-request';
import { dataOf } from '../conventions/data-of';
import type { Effective } from '../conventions/effective.dto';
import { Now } from '../conventions/now';
import { PartnershipParam } from '../conventions/partnership-param';
import { notFound } from '../conventions/problem';
import { NameDto, PublicationDto, RegistrationDto, RetentionDto, ThemesDto } from './settings.dto';

/** What a partnership says of itself: how it begins, what it is called, what it opens, its themes, how long it keeps accounts. */
@ApiTags('settings')
@ApiBearerAuth()
@Controller('api/v1/partnerships/:partnership/settings')
export class SettingsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly contexts: CommandContexts,
    private readonly partnerships: PartnershipsQuery,
    private readonly now: Now,
  ) {}

  @Get()
  @Does('partnership.read')
  @ApiOkResponse({ description: 'The partnership as it is today; `ETag` is its version, for `If-Match`.' })
  async read(
    @PartnershipParam() partnership: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PartnershipView> {
    const version = await this.partnerships.version(partnership);
    const times = { asAt: this.now.today(), knownAt: this.now.instant() };
    const view = await this.partnerships.one(partnership, times);
    if (!view) throw notFound(`There is no partnership ${partnership} here.`, 'partnership');
    response.set('ETag', etagOf(version));
    return view;
  }

  @Post('registration')
  @Does('partnership.set-up')
  @ApiCreatedResponse({ type: CommandAnswer, description: 'For the administrator of a partnership that is to begin.' })
  async register(
    @FromRequest() from: CommandRequest,
    @Body() body: RegistrationDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    return this.record(from, body, response, (context) => new RegisterPartnershipCommand(context, dataOf(body)));
  }

  @Post('name')
  @HttpCode(200)
  @Does('partnership.rename')
  @ApiOkResponse({ type: CommandAnswer })
  async rename(
    @FromRequest() from: CommandRequest,
    @Body() body: NameDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    return this.record(from, body, response, (context) => new RenamePartnershipCommand(context, body.name));
  }

  @Post('publication')
  @HttpCode(200)
  @Does('partnership.change-publication')
  @ApiOkResponse({ type: CommandAnswer })
  async publish(
    @FromRequest() from: CommandRequest,
    @Body() body: PublicationDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    return this.record(from, body, response, (context) => new ChangePublicationCommand(context, body.publishes));
  }

  @Post('themes')
  @HttpCode(200)
  @Does('partnership.decide-themes')
  @ApiOkResponse({ type: CommandAnswer })
  async themes(
    @FromRequest() from: CommandRequest,
    @Body() body: ThemesDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    return this.record(from, body, response, (context) => new DecideThemesCommand(context, body.themes));
  }

  @Post('retention')
  @HttpCode(200)
  @Does('partnership.decide-retention')
  @ApiOkResponse({ type: CommandAnswer })
  async retention(
    @FromRequest() from: CommandRequest,
    @Body() body: RetentionDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    return this.record(from, body, response, (context) => new DecideRetentionCommand(context, dataOf(body)));
  }

  private async record(
    from: CommandRequest,
    body: Effective,
    response: Response,
    commandIn: (context: CommandContext) => Command<Recorded>,
  ): Promise<CommandAnswer> {
    const context = await this.contexts.of(from, body);
    return answer(response, from.partnership, await this.bus.execute(commandIn(context)));
  }
}
