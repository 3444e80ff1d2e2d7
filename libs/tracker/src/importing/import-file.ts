import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { OPERATOR } from '@promise/identity';
import { type Actor, refuse } from '@promise/kernel';
import {
  ImportPartnershipCommand,
  partnershipStream,
  PartnershipsQuery,
  PreviewPartnershipImportQuery,
} from '@promise/partnerships';
import {
  ImportPlanCommand,
  type PartnershipFile,
  type PlanFile,
  type PlanFileFault,
  type PlanFileOutcome,
  planStream,
  PreviewPlanImportQuery,
  readPlanBytes,
  readPlanFile,
  transcribedFrom,
} from '@promise/plans';
import { type CommandContext, Recorder } from '@promise/recording';
import { type Compared, type ImportPreview, previewOf } from './import-preview';

/** What a file changes, or would change, and what stays as it was although the file says otherwise, with the reason. */
export interface ImportOutcome {
  readonly changes: readonly { readonly sentence: string }[];
  readonly kept: readonly { readonly reason: string }[];
  /** Position of the last event; null for a preview or where nothing changed. */
  readonly position: string | null;
}

/** The file is wrong; nothing was written. */
export class FileFaults extends Error {
  constructor(readonly faults: readonly PlanFileFault[]) {
    super(faults.map(inOneLine).join('\n'));
    this.name = 'FileFaults';
  }
}

/** In the form that editors and terminals make a link of. */
function inOneLine({ file, line, column, field, message }: PlanFileFault): string {
  return [`${file}:${line}:${column}`, ...(field === '' ? [] : [field]), message].join(': ');
}

/** A file that somebody handed in, under the name that it has on their computer. */
export interface GivenFile {
  readonly name: string;
  readonly content: Buffer;
}

/** Who imports, under which id, and the version of the record that they were shown: only that is written to. */
export interface ImportRequest {
  readonly id: string;
  readonly person: Actor;
  readonly version: number;
}

/** Brings a file of `plans/` into the log: all of it or nothing, and nothing when it was brought in before. */
@Injectable()
export class FileImport {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly partnerships: PartnershipsQuery,
    private readonly recorder: Recorder,
  ) {}

  /**
   * @throws FileFaults with every fault of the file
   * @throws Refusal the file is right in itself but does not fit here
   */
  async import(path: string, partnership: string): Promise<ImportOutcome> {
    const file = await this.checked(readPlanFile(path), partnership);
    return this.bring(file, contextOf(file, randomUUID(), OPERATOR));
  }

  /** The same without writing anything. */
  async preview(path: string, partnership: string): Promise<ImportOutcome> {
    const file = await this.checked(readPlanFile(path), partnership);
    const { changes, kept } = await this.compare(file);
    return { changes, kept, position: null };
  }

  /**
   * What importing a file that was handed in would change, and what it would leave as it is.
   * @throws FileFaults, Refusal as `import` does
   */
  async previewGiven(given: GivenFile, partnership: string): Promise<ImportPreview> {
    const file = await this.checked(readPlanBytes(given.name, given.content), partnership);
    return previewOf(file, await this.compare(file));
  }

  /**
   * Imports a file that was handed in, if the record still is as it was shown. The same id again changes nothing more.
   * @throws FileFaults, Refusal as `import` does
   * @throws StaleVersion, LostRace somebody recorded something there since
   */
  async importGiven(given: GivenFile, partnership: string, request: ImportRequest): Promise<ImportOutcome> {
    const file = await this.checked(readPlanBytes(given.name, given.content), partnership);
    const { id, person, version } = request;
    return this.bring(file, { ...contextOf(file, id, person), ifMatch: version });
  }

  /** Whether the import of a given file under this id is in the log; it is there whole or not at all. */
  async isRecorded(given: GivenFile, partnership: string, id: string): Promise<boolean> {
    const file = await this.checked(readPlanBytes(given.name, given.content), partnership);
    const stream = file.kind === 'plan' ? planStream(partnership, file.key) : partnershipStream(partnership);
    return (await this.recorder.history(stream)).some(({ envelope }) => envelope.commandId === id);
  }

  private async bring(file: PlanFile | PartnershipFile, context: CommandContext): Promise<ImportOutcome> {
    const { changes, kept, recorded } =
      file.kind === 'plan'
        ? await this.commands.execute(new ImportPlanCommand(context, file))
        : await this.commands.execute(new ImportPartnershipCommand(context, file));
    return { changes, kept, position: changes.length > 0 ? recorded.position : null };
  }

  private async compare(file: PlanFile | PartnershipFile): Promise<Compared> {
    return file.kind === 'plan'
      ? this.queries.execute(new PreviewPlanImportQuery(file.partnership, file))
      : this.queries.execute(new PreviewPartnershipImportQuery(file.partnership, file));
  }

  private async checked(outcome: PlanFileOutcome, partnership: string): Promise<PlanFile | PartnershipFile> {
    if (!outcome.ok) throw new FileFaults(outcome.faults);
    const { file } = outcome;
    if (file.partnership !== partnership) {
      refuse('partnership', 'own-partnership', `the file is of ${file.partnership}, not of ${partnership}`);
    }
    if (file.kind === 'plan' && !(await this.isKnown(partnership))) {
      refuse(
        'partnership',
        'known-partnership',
        `there is no partnership ${partnership} here; import its partnership.json first`,
      );
    }
    return file;
  }

  /** Whatever the clocks of the writers say. */
  private async isKnown(partnership: string): Promise<boolean> {
    return (await this.partnerships.list()).some((known) => known.partnership === partnership);
  }
}

/** That nothing is written twice follows from comparing file and log, too: a new id does not import again. */
function contextOf(file: PlanFile | PartnershipFile, commandId: string, actor: Actor): CommandContext {
  return {
    partnership: file.partnership,
    actor,
    commandId,
    causationId: commandId,
    correlationId: commandId,
    basis: transcribedFrom(file.document),
  };
}
