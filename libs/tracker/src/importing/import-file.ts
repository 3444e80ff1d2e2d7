import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { OPERATOR } from '@promise/identity';
import { refuse } from '@promise/kernel';
import { ImportPartnershipCommand, PartnershipsQuery, PreviewPartnershipImportQuery } from '@promise/partnerships';
import {
  ImportPlanCommand,
  type PartnershipFile,
  type PlanFile,
  type PlanFileFault,
  PreviewPlanImportQuery,
  readPlanFile,
  transcribedFrom,
} from '@promise/plans';
import type { CommandContext } from '@promise/recording';

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

/** Brings a file of `plans/` into the log: all of it or nothing, and nothing when it was brought in before. */
@Injectable()
export class FileImport {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly partnerships: PartnershipsQuery,
  ) {}

  /**
   * @throws FileFaults with every fault of the file
   * @throws Refusal the file is right in itself but does not fit here
   */
  async import(path: string, partnership: string): Promise<ImportOutcome> {
    const file = await this.read(path, partnership);
    const context = contextOf(file);
    const { changes, kept, recorded } =
      file.kind === 'plan'
        ? await this.commands.execute(new ImportPlanCommand(context, file))
        : await this.commands.execute(new ImportPartnershipCommand(context, file));
    return { changes, kept, position: changes.length > 0 ? recorded.position : null };
  }

  /** The same without writing anything. */
  async preview(path: string, partnership: string): Promise<ImportOutcome> {
    const file = await this.read(path, partnership);
    const { changes, kept } =
      file.kind === 'plan'
        ? await this.queries.execute(new PreviewPlanImportQuery(partnership, file))
        : await this.queries.execute(new PreviewPartnershipImportQuery(partnership, file));
    return { changes, kept, position: null };
  }

  private async read(path: string, partnership: string): Promise<PlanFile | PartnershipFile> {
    const outcome = readPlanFile(path);
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

/** Every import is a command of its own: that nothing is written twice follows from comparing file and log. */
function contextOf(file: PlanFile | PartnershipFile): CommandContext {
  const commandId = randomUUID();
  return {
    partnership: file.partnership,
    actor: OPERATOR,
    commandId,
    causationId: commandId,
    correlationId: commandId,
    basis: transcribedFrom(file.document),
  };
}
