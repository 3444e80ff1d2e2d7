import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type RecordedEvent, refuse } from '@promise/kernel';
import { Recorder } from '@promise/recording';
import { planDecider } from '../../domain/plan/decide';
import type { PlanEvent } from '../../domain/plan/events';
import { planStream } from '../../domain/plan/ids';
import { previewImport } from '../../domain/plan/import-outcome';
import type { PlanFile } from '../../domain/plan/plan-file';
import { foldPlan } from '../../domain/plan/state';
import { ImportPlanCommand, type ImportedPlan } from './import-plan.command';

@CommandHandler(ImportPlanCommand)
export class ImportPlanHandler implements ICommandHandler<ImportPlanCommand> {
  constructor(private readonly recorder: Recorder) {}

  async execute({ context, file }: ImportPlanCommand): Promise<ImportedPlan> {
    refuseForeignFile(context.partnership, file);
    const stream = planStream(context.partnership, file.key);
    const recorded = await this.recorder.record(planDecider, stream, context, { type: 'ImportPlan', file });
    // Worked out from the log and not while deciding, so that a repeat of the command gets the same answer.
    const history = (await this.recorder.history(stream)) as RecordedEvent<PlanEvent>[];
    const first = history.findIndex(({ envelope }) => envelope.commandId === context.commandId);
    const before = first < 0 ? history : history.slice(0, first);
    return { recorded, ...previewImport(foldPlan(before), file) };
  }
}

/** A file of another partnership is never taken in under this one's name. */
export function refuseForeignFile(partnership: string, file: PlanFile): void {
  if (file.partnership === partnership) return;
  refuse('partnership', 'own-partnership', `the file is of ${file.partnership}, not of ${partnership}`);
}
