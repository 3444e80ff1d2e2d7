export { DecidePromiseStartCommand } from './commands/decide-promise-start/decide-promise-start.command';
export { ImportPartnershipCommand } from './commands/import-partnership/import-partnership.command';
export { PreviewPartnershipImportQuery } from './commands/import-partnership/preview-partnership-import.query';
export { describePartnershipEvent } from './domain/partnership/describe';
export { PARTNERSHIP_EVENT_TYPES } from './domain/partnership/events';
export { PartnershipsModule } from './partnerships.module';
export { partnershipsProjection } from './read-models/partnerships/projection';
export { PartnershipsQuery } from './read-models/partnerships/query';
export type { PartnershipView } from './read-models/partnerships/shapes';
