import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { mayDo, type Person } from '@promise/identity';
import type { Actor } from '@promise/kernel';
import {
  FileImport,
  type FileSubject,
  type GivenFile,
  type ImportPreview,
  ImportWork,
  type WaitingImport,
} from '@promise/tracker';
import type { Response } from 'express';
import { IdParam } from '../../../api/conventions/id-param';
import { notFound, Problem } from '../../../api/conventions/problem';
import type { GuardedRequest } from '../../../api/conventions/signed-in';
import { Does } from '../../../sign-in/action';
import { csrfTokenFor } from '../../../sign-in/forgery';
import { Filled, type FilledForm } from '../../frame/forms/filled-form';
import type { Page } from '../../frame/page';
import { Pages } from '../../frame/pages';
import { ProgressStreams } from '../progress-streams';
import { choosePage } from './choose.page';
import { because, handedIn, type Unusable, unusable, unusableAtSight } from './handed-in';
import { importedPage, importingPage, importInWords } from './import-job.page';
import { previewPage, SHOWN_FIELD, shownAs } from './preview.page';
import { importWords } from './words';

/** A plan's file: chosen, looked at, and imported behind a page. */
@ApiExcludeController()
@Controller('p/:partnership/import')
export class ImportController {
  constructor(
    private readonly pages: Pages,
    private readonly files: FileImport,
    private readonly imports: ImportWork,
    private readonly streams: ProgressStreams,
  ) {}

  @Get()
  @Does('plans.import')
  async choose(@Req() request: GuardedRequest, @Res() response: Response): Promise<void> {
    await this.askForFile(request, response);
  }

  @Post()
  @Does('plans.import')
  async take(@Req() request: GuardedRequest, @Res() response: Response): Promise<void> {
    const { base, partnership, person } = about(request);
    const file = handedIn(request.file);
    const atSight = unusableAtSight(file);
    if (!file || atSight) return this.askForFile(request, response, atSight ?? undefined);
    const preview = await this.previewed(file, partnership);
    if ('errors' in preview) return this.askForFile(request, response, preview);
    if (!mayImport(preview, person)) {
      return this.askForFile(request, response, because(importWords().mayNotImportPartnership, 403));
    }
    response.redirect(303, `${base}/import/${await this.imports.keep(file, preview, partnership)}`);
  }

  @Get(':job')
  @Does('plans.import')
  async show(@Req() request: GuardedRequest, @Res() response: Response, @IdParam('job') id: string): Promise<void> {
    const waiting = await this.one(request, id);
    if (isBegun(waiting)) return this.pages.send(request, response, begunPage(request, waiting));
    await this.showPreview(request, response, waiting);
  }

  @Post(':job')
  @Does('plans.import')
  async begin(
    @Req() request: GuardedRequest,
    @Res() response: Response,
    @IdParam('job') id: string,
    @Filled() form: FilledForm,
  ): Promise<void> {
    const { base, partnership, actor } = about(request);
    const waiting = await this.one(request, id);
    if (!isBegun(waiting)) {
      const preview = await this.previewed(waiting.file, partnership);
      if ('errors' in preview || form.text(SHOWN_FIELD) !== shownAs(preview)) {
        // The same form sent twice at once: what changed may be this very import.
        if (!isBegun(await this.one(request, id))) return this.showPreview(request, response, waiting, true);
      } else if (preview.changes.length > 0) await this.imports.begin(waiting, partnership, preview, actor);
    }
    response.redirect(303, `${base}/import/${id}`);
  }

  @Get(':job/progress')
  @Does('plans.import')
  async progress(@Req() request: GuardedRequest, @Res() response: Response, @IdParam('job') id: string): Promise<void> {
    const { partnership } = about(request);
    await this.one(request, id);
    await this.streams.send(response, () => this.imports.progress(id, partnership), importInWords);
  }

  private async showPreview(
    request: GuardedRequest,
    response: Response,
    waiting: WaitingImport,
    changed = false,
  ): Promise<void> {
    const { base, partnership } = about(request);
    const preview = await this.previewed(waiting.file, partnership);
    if ('errors' in preview) return this.askForFile(request, response, preview);
    const page = previewPage({ home: `${base}/import`, csrf: csrfOf(request), waiting, preview, changed });
    await this.pages.send(request, response, page);
  }

  private async askForFile(request: GuardedRequest, response: Response, unusable?: Unusable): Promise<void> {
    const { base } = about(request);
    await this.pages.send(
      request,
      response,
      choosePage({ address: `${base}/import`, csrf: csrfOf(request), unusable }),
    );
  }

  private async one(request: GuardedRequest, id: string): Promise<WaitingImport> {
    const { partnership, person } = about(request);
    const waiting = await this.imports.find(id, partnership);
    if (!waiting) throw notFound('There is no such import here, or it was long ago.', 'job');
    if (mayImport(waiting.subject, person)) return waiting;
    throw new Problem('not-allowed', 403, 'You may not do this', importWords().mayNotImportPartnership);
  }

  private async previewed(file: GivenFile, partnership: string): Promise<ImportPreview | Unusable> {
    try {
      return await this.files.previewGiven(file, partnership);
    } catch (error) {
      const why = unusable(error);
      if (!why) throw error;
      return why;
    }
  }
}

function begunPage(request: GuardedRequest, { job, subject }: WaitingImport): Page {
  const { base, person } = about(request);
  const shown = { base, job, subject, mayReadTrail: mayDo('trail.read', person.roles) };
  return job.state === 'done' ? importedPage(shown) : importingPage(shown);
}

function isBegun({ job }: WaitingImport): boolean {
  return job.state === 'running' || job.state === 'done';
}

/** The partnership's own file says what everybody may see, which is not for everybody who may import a plan. */
function mayImport({ kind }: FileSubject, { roles }: Person): boolean {
  return kind === 'plan' || mayDo('partnership.import', roles);
}

interface About {
  readonly base: string;
  readonly partnership: string;
  readonly person: Person;
  /** Who does it, in which role. */
  readonly actor: Actor;
}

function about({ params, person, actingAs }: GuardedRequest): About {
  if (!person || !actingAs) throw new Error('nobody is signed in where the policy asks for a role');
  const partnership = String(params.partnership);
  return { base: `/p/${partnership}`, partnership, person, actor: { id: person.id, role: actingAs } };
}

function csrfOf({ sessionToken }: GuardedRequest): string {
  return csrfTokenFor(sessionToken ?? '');
}
