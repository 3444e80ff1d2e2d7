import { Module } from '@nestjs/common';
import { ImportPlanHandler } from './commands/import-plan/import-plan.handler';
import { PreviewPlanImportHandler } from './commands/import-plan/preview-plan-import.query';
import { RecordStepResultHandler } from './commands/record-step-result/record-step-result.handler';
import { ListPlansHandler, ListPrioritiesHandler, ListStepsHandler } from './read-models/plans/plan-lists';
import { PlansQuery } from './read-models/plans/query';

/** The plans of the partnerships: needs `Recorder` and the `READ_SOURCE` from a global module. */
@Module({
  providers: [
    ImportPlanHandler,
    PreviewPlanImportHandler,
    RecordStepResultHandler,
    PlansQuery,
    ListPlansHandler,
    ListPrioritiesHandler,
    ListStepsHandler,
  ],
  exports: [PlansQuery],
})
export class PlansModule {}
