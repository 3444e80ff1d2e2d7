import { Module } from '@nestjs/common';
import { TrailQuery } from './read-models/record/query';
import { ReadHistoryHandler, ReadTrailHandler } from './read-models/record/read-trail';

/** Needs from elsewhere: the read side's `READ_SOURCE`. */
@Module({ providers: [TrailQuery, ReadTrailHandler, ReadHistoryHandler], exports: [TrailQuery] })
export class TrailModule {}
