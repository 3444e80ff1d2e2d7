import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { RecordedEvent } from '@promise/kernel';
import { Recorder } from '@promise/recording';
import type { PlanEvent } from '../../domain/plan/events';
import { planStream } from '../../domain/plan/ids';
import { type PlanDifference, previewImport } from '../../domain/plan/import-outcome';
import type { PlanFile } from '../../domain/plan/plan-file';
import { foldPlan } from '../../domain/plan/state';
import { refuseForeignFile } from './import-plan.handler';

/** What an import would do to the plan as it is at this version of its stream; -1 where there is none yet. */
export interface PreviewedPlan extends PlanDifference {
  readonly version: number;
}

/** What importing the file would change and keep; writes nothing, and refuses what the import would refuse. */
export class PreviewPlanImportQuery extends Query<PreviewedPlan> {
  constructor(
    readonly partnership: string,
    readonly file: PlanFile,
  ) {
    super();
  }
}

@QueryHandler(PreviewPlanImportQuery)
export class PreviewPlanImportHandler implements IQueryHandler<PreviewPlanImportQuery> {
  constructor(private readonly recorder: Recorder) {}

  async execute({ partnership, file }: PreviewPlanImportQuery): Promise<PreviewedPlan> {
    refuseForeignFile(partnership, file);
    const history = await this.recorder.history(planStream(partnership, file.key));
    const difference = previewImport(foldPlan(history as RecordedEvent<PlanEvent>[]), file);
    return { ...difference, version: history.length - 1 };
  }
}
