import { Module } from '@nestjs/common';
import { RecordsOfPerson } from './read-models/record/of-person.query';
import { TrailQuery } from './read-models/record/query';
import { ReadHistoryHandler, ReadRecordHandler, ReadTrailHandler } from './read-models/record/read-trail';

/** Needs from elsewhere: the read side's `READ_SOURCE`. */
@Module({
  providers: [TrailQuery, RecordsOfPerson, ReadTrailHandler, ReadHistoryHandler, ReadRecordHandler],
  exports: [TrailQuery, RecordsOfPerson],
})
export class TrailModule {}
