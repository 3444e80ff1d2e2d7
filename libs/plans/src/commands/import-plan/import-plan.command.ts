import { Command } from '@nestjs/cqrs';
import type { CommandContext, Recorded } from '@promise/recording';
import type { PlanDifference } from '../../domain/plan/import-outcome';
import type { PlanFile } from '../../domain/plan/plan-file';

/** What an import changed, what it left as it was and why, and where its events stand. */
export interface ImportedPlan extends PlanDifference {
  readonly recorded: Recorded;
}

/**
 * Takes one plan's file, all of it or nothing. The context's basis says which document it was copied from
 * (`transcribedFrom`).
 */
export class ImportPlanCommand extends Command<ImportedPlan> {
  constructor(
    readonly context: CommandContext,
    readonly file: PlanFile,
  ) {
    super();
  }
}
