import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isPlainText } from '@promise/kernel';
import { type FileData, milestoneStream } from '@promise/milestones';
import { type CommandContext, KeyReused, newIdOf, Recorder, UnknownThing } from '@promise/recording';
import { EvidenceFiles, FileIdTaken } from '@promise/vault';
import { badRequest } from '../conventions/problem';
import { MEDIA_TYPE } from './dto/evidence.dto';

/** A file as somebody hands it in. */
export interface GivenFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** Takes in files of evidence, before the event that names them. */
@Injectable()
export class EvidenceIntake {
  constructor(
    private readonly recorder: Recorder,
    private readonly files: EvidenceFiles,
  ) {}

  /**
   * The file of a form.
   * @throws Problem 400 its name cannot be kept
   */
  uploaded(upload: Express.Multer.File | undefined): GivenFile | undefined {
    if (!upload) return undefined;
    // Browsers send file names as UTF-8, which the form parser reads as Latin-1.
    const name = Buffer.from(upload.originalname, 'latin1').toString('utf8');
    if (!isPlainText(name)) {
      throw badRequest([{ field: 'file', rule: 'plain-text', message: 'has control characters in its name' }]);
    }
    // A browser that knows no type for a file sends none that fits; the file is only handed over anyway.
    const mediaType = MEDIA_TYPE.test(upload.mimetype) ? upload.mimetype : 'application/octet-stream';
    return { name, mediaType, content: upload.buffer };
  }

  /** What tells the file from another one. */
  digestOf({ name, mediaType, content }: GivenFile): object {
    return { name, mediaType, content: createHash('sha256').update(content).digest('hex') };
  }

  /**
   * Keeps the file before the event that names it, so that no event names a file that is not there.
   * @throws UnknownThing there is no such milestone
   * @throws KeyReused the command stands for another file already
   */
  async keep(milestone: string, given: GivenFile, context: CommandContext): Promise<FileData> {
    const stream = milestoneStream(context.partnership, milestone);
    if ((await this.recorder.history(stream)).length === 0) throw new UnknownThing('milestone', milestone);
    const id = newIdOf(context.commandId);
    const { name, mediaType, content } = given;
    try {
      const { partnership } = context;
      const kept = await this.files.put({ id, partnership, subject: id, mediaType, content });
      return { id, name, mediaType, ...kept };
    } catch (error) {
      if (error instanceof FileIdTaken) throw new KeyReused();
      throw error;
    }
  }
}
