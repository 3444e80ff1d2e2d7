import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import { CommandContexts } from '../../../api/conventions/command-contexts';
import type { Effective } from '../../../api/conventions/effective.dto';
import type { GuardedRequest } from '../../../api/conventions/signed-in';
import { EvidenceIntake } from '../../../api/milestones/evidence-intake';
import { BACK_FIELD } from '../../frame/forms/check-answers';
import { FilledForm } from '../../frame/forms/filled-form';
import type { Page } from '../../frame/page';
import { Pages } from '../../frame/pages';
import { AfterRecording, commandOf } from '../../frame/recording';
import { type CheckView, checkPage, RECORD, STAGE_FIELD } from './check-page';
import { errorsOfRefusal } from './faults';
import { readAll } from './field';
import { FILE_FIELD } from './file-question';
import { formPage } from './form-page';
import { inputChecked } from './input';
import { type Opened, viewOf } from './opened';
import type { RecordingForm } from './recording-form';
import { Subjects } from './subjects';
import { type Unsettled, unsettled } from './unsettled';
import { recordingWords } from './words';

/** Takes a form through its pages: the questions, the answers to check, and what follows when it is recorded. */
@Injectable()
export class RecordingDesk {
  constructor(
    private readonly pages: Pages,
    private readonly bus: CommandBus,
    private readonly contexts: CommandContexts,
    private readonly after: AfterRecording,
    private readonly subjects: Subjects,
    private readonly intake: EvidenceIntake,
  ) {}

  async open<View, Body extends Effective>(
    definition: RecordingForm<View, Body>,
    request: GuardedRequest,
    response: Response,
  ): Promise<void> {
    const subject = await definition.load(this.subjects, request);
    const form = definition.prefilled?.(subject.view) ?? FilledForm.empty;
    const opened = { definition, request, response, subject, fields: definition.fields(subject.view), form };
    await this.send(opened, formPage({ ...viewOf(opened), version: subject.version }));
  }

  async post<View, Body extends Effective>(
    definition: RecordingForm<View, Body>,
    request: GuardedRequest,
    response: Response,
    form: FilledForm,
  ): Promise<void> {
    const subject = await definition.load(this.subjects, request);
    const opened = { definition, request, response, subject, fields: definition.fields(subject.view), form };
    if (form.given(BACK_FIELD) !== undefined) return this.send(opened, formPage(viewOf(opened)));
    const { values, errors } = readAll(opened.fields, form);
    const asked = definition.bodyOf?.(values, subject.view) ?? values;
    const checked = await inputChecked(definition.dto, asked, opened.fields, errors);
    if ('errors' in checked) return this.send(opened, formPage({ ...viewOf(opened), errors: checked.errors }));
    if (form.text(STAGE_FIELD) !== RECORD) return this.check(opened);
    const file = definition.file?.(form);
    if (file && !request.file) {
      return this.check(opened, { errors: [{ field: FILE_FIELD, message: file.missing }], status: 400 });
    }
    await this.record(opened, checked.body);
  }

  private async record<View, Body extends Effective>(opened: Opened<View, Body>, body: Body): Promise<void> {
    const { definition, request, response, subject, form } = opened;
    try {
      const given = definition.file?.(form) ? this.intake.uploaded(request.file) : undefined;
      const said = given ? Object.assign({}, body, { file: this.intake.digestOf(given) }) : body;
      const context = await this.contexts.of(commandOf(request, form), said);
      const file = given && (await this.intake.keep(String(request.params.id), given, context));
      const asking = { request, subject, body, context, ...(file ? { file } : {}) };
      const recorded = await this.bus.execute(definition.command(asking));
      await this.after.goTo(response, definition.next?.(asking) ?? subject.home, recorded, definition.notice);
    } catch (error) {
      const kind = unsettled(error);
      if (kind === null) throw error;
      await this.explain(opened, kind);
    }
  }

  private async explain<View, Body extends Effective>(opened: Opened<View, Body>, kind: Unsettled): Promise<void> {
    switch (kind.how) {
      case 'changed':
        return this.changed(opened);
      case 'refused': {
        const errors = errorsOfRefusal(kind.faults, opened.fields);
        return this.send(opened, formPage({ ...viewOf(opened), errors, status: 422 }));
      }
      case 'key-used': {
        const errors = [{ field: 'main', message: recordingWords().usedBefore }];
        return this.send(opened, formPage({ ...viewOf(opened), key: FilledForm.empty.key, errors, status: 422 }));
      }
    }
  }

  /** Shows what was recorded since, beside what the person wrote. */
  private async changed<View, Body extends Effective>(opened: Opened<View, Body>): Promise<void> {
    const { subject, request, form } = opened;
    const history = await this.subjects.history(String(request.params.partnership), subject.stream ?? '');
    const since = history.slice((form.version ?? history.length) + 1);
    await this.check(opened, { changed: { since }, version: history.length - 1 });
  }

  private async check<View, Body extends Effective>(
    opened: Opened<View, Body>,
    more: Partial<CheckView<View>> = {},
  ): Promise<void> {
    const file = opened.definition.file?.(opened.form);
    await this.send(opened, checkPage({ ...viewOf(opened), file, ...more }));
  }

  private async send(to: Pick<Opened<unknown, Effective>, 'request' | 'response'>, page: Page): Promise<void> {
    await this.pages.send(to.request, to.response, page);
  }
}
