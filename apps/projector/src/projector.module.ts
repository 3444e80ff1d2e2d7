import { type DynamicModule, Module } from '@nestjs/common';
import { Health } from '@promise/running';
import type { Tracker } from '@promise/tracker';
import { HealthController } from './health.controller';

/** All that a projector answers: how it fares. */
@Module({})
export class ProjectorModule {
  static of(tracker: Tracker): DynamicModule {
    return {
      module: ProjectorModule,
      controllers: [HealthController],
      providers: [{ provide: Health, useValue: new Health(tracker) }],
    };
  }
}
