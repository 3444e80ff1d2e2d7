export type { CorrectingRecord, Corrections } from './corrections';
export { reasonOf, sentenceOf } from './contexts';
export type { TrailEntry } from './entry';
export { RecordProjection } from './read-models/record/projection';
export { type RecordOfPerson, RecordsOfPerson } from './read-models/record/of-person.query';
export {
  type StoredRecord,
  type TrailFilter,
  type TrailPage,
  type TrailPageWanted,
  TrailQuery,
} from './read-models/record/query';
export { ReadHistory, ReadRecord, ReadTrail } from './read-models/record/read-trail';
export { TrailModule } from './trail.module';
