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
import { refuse } from '@promise/kernel';
import { AttachEvidence, ReadMilestone } from '@promise/milestones';
import { EvidenceFiles, MAX_FILE_BYTES } from '@promise/vault';
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
import { AttachEvidenceDto } from './dto/evidence.dto';
import { EvidenceIntake, type GivenFile } from './evidence-intake';

/** Evidence: links, and files that are kept encrypted and given back only as downloads. */
@ApiTags('milestones')
@ApiBearerAuth()
@Controller('api/v1/partnerships/:partnership/milestones/:id')
export class EvidenceController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly contexts: CommandContexts,
    private readonly intake: EvidenceIntake,
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
    const given = this.givenFile(body, upload);
    const { shows, effectiveOn } = body;
    const link = body.link ?? undefined;
    // The domain refuses this too, but only once the file would have been kept.
    if ((link === undefined) === (given === undefined)) {
      refuse('link', 'link-or-file', 'evidence is either a link or a file');
    }
    const asked = { shows, link, effectiveOn, file: given && this.intake.digestOf(given) };
    const context = await this.contexts.of(from, asked);
    const file = given && (await this.intake.keep(id, given, context));
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
    response.set('Cache-Control', 'no-store');
    response.set('Content-Security-Policy', "default-src 'none'; sandbox");
    // Whatever the file claims to be, it is only ever handed over, never shown by the browser as a page of ours.
    response.attachment(file.name).type('application/octet-stream');
    return new StreamableFile(kept.content);
  }

  private givenFile(body: AttachEvidenceDto, upload: Express.Multer.File | undefined): GivenFile | undefined {
    if (upload && body.file) throw badRequest([{ field: 'file', rule: 'one-file', message: 'is given twice' }]);
    if (upload || !body.file) return this.intake.uploaded(upload);
    return { name: body.file.name, mediaType: body.file.mediaType, content: Buffer.from(body.file.base64, 'base64') };
  }
}
