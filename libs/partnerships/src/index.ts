export { DecidePromiseStartCommand } from './commands/decide-promise-start/decide-promise-start.command';
export {
  ImportPartnershipCommand,
  type ImportedPartnership,
} from './commands/import-partnership/import-partnership.command';
export { PreviewPartnershipImportQuery } from './commands/import-partnership/preview-partnership-import.query';
export type { PromiseStartInput } from './domain/partnership/commands';
export {
  describePartnershipEvent,
  type PartnershipSubject,
  subjectOfPartnershipEvent,
} from './domain/partnership/describe';
export { PARTNERSHIP_EVENT_TYPES, type PartnershipEvent } from './domain/partnership/events';
export type { PartnershipPack, Published } from './domain/partnership/pack';
export type { PartnershipDifference } from './domain/partnership/preview';
export { partnershipStream } from './domain/partnership/stream';
export { PartnershipsModule } from './partnerships.module';
export { partnershipsProjection } from './read-models/partnerships/projection';
export { type ListedPartnership, PartnershipsQuery } from './read-models/partnerships/query';
export type { CitationView, PartnershipView, PromiseStartView } from './read-models/partnerships/shapes';
