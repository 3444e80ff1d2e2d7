import { Controller, Get, HttpCode, Post, Req, Res, type Type } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Effective } from '../../../api/conventions/effective.dto';
import type { GuardedRequest } from '../../../api/conventions/signed-in';
import { Does } from '../../../sign-in/action';
import { Filled, FilledForm } from '../../frame/forms/filled-form';
import { RecordingDesk } from './recording-desk';
import type { RecordingForm } from './recording-form';

/** The controller of one form: `GET` opens it, `POST` takes what was filled in. */
export function formController<View, Body extends Effective>(definition: RecordingForm<View, Body>): Type {
  @ApiExcludeController()
  @Controller(`p/:partnership/${definition.path}`)
  class RecordingFormController {
    constructor(private readonly desk: RecordingDesk) {}

    @Get()
    @Does(definition.action)
    async open(@Req() request: GuardedRequest, @Res() response: Response): Promise<void> {
      await this.desk.open(definition, request, response);
    }

    @Post()
    @HttpCode(200)
    @Does(definition.action)
    async post(@Req() request: GuardedRequest, @Res() response: Response, @Filled() form: FilledForm): Promise<void> {
      await this.desk.post(definition, request, response, form);
    }
  }
  return RecordingFormController;
}
