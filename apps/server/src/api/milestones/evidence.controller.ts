import { createHash } from 'node:crypto';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Post,
  Query,
  Res,
  StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBearerAuth, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { isPlainText } from '@promise/kernel';
import { AttachEvidence, type FileData, milestoneStream, ReadMilestone } from '@promise/milestones';
import { type CommandContext, KeyReused, newIdOf, Recorder, UnknownThing } from '@promise/recording';
import { EvidenceFiles, FileIdTaken, MAX_FILE_BYTES } from '@promise/vault';
import type { Response } from 'express';
import { Does } from '../../sign-in/action';
import { answer, CommandAnswer } from '../conventions/command-answer';
import { CommandContexts } from '../conventions/command-contexts';
import { CommandRequest, FromRequest } from '../conventions/command-request';
import { IdParam } from '../conventions/id-param';
import { Now } from '../conventions/now';
import { PartnershipParam } from '../conventions/partnership-param';
import { badRequest, notFound } from '../conventions/problem';
import { timesOf, TimesQuery } from '../conventions/times.dto';
import { AttachEvidenceDto, MEDIA_TYPE } from './dto/evidence.dto';

interface GivenFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** Evidence: links, and files that are kept encrypted and given back only as downloads. */
@ApiTags('milestones')
@ApiBearerAuth()
@Controller('api/v1/partnerships/:partnership/milestones/:id')
export class EvidenceController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly contexts: CommandContexts,
    private readonly recorder: Recorder,
    private readonly files: EvidenceFiles,
    private readonly now: Now,
  ) {}

  /** Takes JSON with a link or a small file in base64, or a form with `shows` and a file of up to 20 MB. */
  @Post('attach-evidence')
  @HttpCode(200)
  @Does('milestone.attach-evidence')
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiOkResponse({ type: CommandAnswer })
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: MAX_FILE_BYTES, fields: 10, files: 1 } }))
  async attach(
    @FromRequest() from: CommandRequest,
    @IdParam() id: string,
    @Body() body: AttachEvidenceDto,
    @UploadedFile() upload: Express.Multer.File | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    const given = givenFile(body, upload);
    const { shows, link, effectiveOn } = body;
    const digest = given && { ...given, content: createHash('sha256').update(given.content).digest('hex') };
    const asked = { shows, link, effectiveOn, file: digest };
    const context = await this.contexts.of(from, asked);
    const file = given && (await this.keep(id, given, context));
    const data = { shows, ...(link === undefined ? {} : { link }), ...(file ? { file } : {}) };
    return answer(response, id, await this.commands.execute(new AttachEvidence(id, data, context)));
  }

  @Get('evidence/:evidence/file')
  @Does('evidence.read')
  @ApiProduces('application/octet-stream')
  async download(
    @PartnershipParam() partnership: string,
    @IdParam() id: string,
    @IdParam('evidence') evidence: string,
    @Query() query: TimesQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const view = await this.queries.execute(new ReadMilestone(partnership, id, timesOf(query, this.now.instant())));
    const file = view?.evidence.find((each) => each.id === evidence)?.file;
    const kept = file && (await this.files.get(partnership, file.id));
    if (!file || !kept) throw notFound('There is no such file in this partnership.');
    response.set('X-Content-Type-Options', 'nosniff');
    response.set('Content-Security-Policy', "default-src 'none'; sandbox");
    // Whatever the file claims to be, it is only ever handed over, never shown by the browser as a page of ours.
    response.attachment(file.name).type('application/octet-stream');
    return new StreamableFile(kept.content);
  }

  /** Keeps the file before the event that names it, so that no event names a file that is not there. */
  private async keep(id: string, given: GivenFile, context: CommandContext): Promise<FileData> {
    const stream = milestoneStream(context.partnership, id);
    if ((await this.recorder.history(stream)).length === 0) throw new UnknownThing('milestone', id);
    const fileId = newIdOf(context.commandId);
    const { name, mediaType, content } = given;
    try {
      const { partnership } = context;
      const kept = await this.files.put({ id: fileId, partnership, subject: stream, mediaType, content });
      return { id: fileId, name, mediaType, ...kept };
    } catch (error) {
      if (error instanceof FileIdTaken) throw new KeyReused();
      throw error;
    }
  }
}

function givenFile(body: AttachEvidenceDto, upload: Express.Multer.File | undefined): GivenFile | undefined {
  if (upload && body.file) throw wrongFile('one-file', 'is given twice');
  if (!upload) {
    if (!body.file) return undefined;
    return { name: body.file.name, mediaType: body.file.mediaType, content: Buffer.from(body.file.base64, 'base64') };
  }
  // Browsers send file names as UTF-8, which the form parser reads as Latin-1.
  const name = Buffer.from(upload.originalname, 'latin1').toString('utf8');
  if (!isPlainText(name)) throw wrongFile('plain-text', 'has control characters in its name');
  // A browser that knows no type for a file sends none that fits; the file is only handed over anyway.
  const mediaType = MEDIA_TYPE.test(upload.mimetype) ? upload.mimetype : 'application/octet-stream';
  return { name, mediaType, content: upload.buffer };
}

function wrongFile(rule: string, message: string): Error {
  return badRequest([{ field: 'file', rule, message }]);
}
