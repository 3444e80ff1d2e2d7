export { ImportPlanCommand, type ImportedPlan } from './commands/import-plan/import-plan.command';
export { PreviewPlanImportQuery } from './commands/import-plan/preview-plan-import.query';
export { transcribedFrom } from './commands/import-plan/transcribed-from';
export { RecordStepResultCommand } from './commands/record-step-result/record-step-result.command';
export type { StepResultInput } from './domain/plan/commands';
export { describePlanEvent, type PlanSubject, subjectOfPlanEvent } from './domain/plan/describe';
export type { FieldChange } from './domain/plan/differing-fields';
export { PLAN_EVENT_TYPES, type PlanEvent, STEP_RESULTS, type StepResult } from './domain/plan/events';
export { lineId, partsOfLineId, planStream } from './domain/plan/ids';
export type { KeptLine, PlanChange, PlanDifference } from './domain/plan/import-outcome';
export type * from './domain/plan/plan-file';
export type { PlanFileFault } from './plan-file/plan-file-fault';
export { type PlanFileOutcome, readPlanFile } from './plan-file/read-plan-file';
export { PlansModule } from './plans.module';
export type { Page, PageRequest } from './read-models/plans/page';
export { ListPlans, ListPriorities, ListSteps } from './read-models/plans/plan-lists';
export { plansProjection } from './read-models/plans/projection';
export { PlansQuery } from './read-models/plans/query';
export type {
  PlanView,
  PriorityView,
  StepResultView,
  StepView,
  ThemeView,
  TimelineStep,
  TimescaleRestatement,
} from './read-models/plans/shapes';
