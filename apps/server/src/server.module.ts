import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { DemonstrationPeople } from '@promise/identity';
import { Health } from '@promise/running';
import { type RateLimits, type Tracker, TrackerModule } from '@promise/tracker';
import { KeyVault } from '@promise/vault';
import type { Logger } from 'pino';
import { ApprovalsController } from './api/approvals/approvals.controller';
import { CommandContexts } from './api/conventions/command-contexts';
import { Now } from './api/conventions/now';
import { ProblemFilter } from './api/conventions/problem.filter';
import { ReadAfterInterceptor } from './api/conventions/read-after.interceptor';
import { CheckedInput } from './api/conventions/validation';
import { ErasuresController } from './api/erasures/erasures.controller';
import { HealthController } from './api/health/health.controller';
import { InspectorReadsController } from './api/inspector-reads/inspector-reads.controller';
import { ShownReads } from './api/inspector-reads/shown-reads';
import { MilestoneCommandsController } from './api/milestones/commands.controller';
import { EvidenceController } from './api/milestones/evidence.controller';
import { EvidenceIntake } from './api/milestones/evidence-intake';
import { MilestonesController } from './api/milestones/milestones.controller';
import { OwnData } from './api/own-data/own-data';
import { OwnDataController } from './api/own-data/own-data.controller';
import { PlansController } from './api/plans/plans.controller';
import { StepsController } from './api/plans/steps.controller';
import { PromiseStartController } from './api/promise-start/promise-start.controller';
import { ReviewCommandsController } from './api/reviews/commands.controller';
import { ReviewsController } from './api/reviews/reviews.controller';
import { SettingsController } from './api/settings/settings.controller';
import { TimelineController } from './api/timeline/timeline.controller';
import { TrailController } from './api/trail/trail.controller';
import { SecurityLog } from './logging/security-log';
import { problemPages } from './pages/frame/errors/problem-pages';
import { PagesModule } from './pages/pages.module';
import { Beginnings } from './sign-in/beginnings';
import { ForgeryCheck } from './sign-in/forgery-check';
import { InspectorReadsInterceptor } from './sign-in/inspector-reads/inspector-reads.interceptor';
import { KnownPartnerships } from './sign-in/known-partnerships';
import { PolicyGuard } from './sign-in/policy.guard';
import { RateLimiter } from './sign-in/rate-limiter';
import { Who } from './sign-in/who';

/** Who can sign in, for every module. */
@Global()
@Module({})
class SignInModule {
  static of(people: DemonstrationPeople, log: Logger): DynamicModule {
    const demonstration = { provide: DemonstrationPeople, useValue: people };
    const security = {
      provide: SecurityLog,
      useFactory: (vault: KeyVault) => new SecurityLog(log, vault),
      inject: [KeyVault],
    };
    const shared = [Now, Who, KnownPartnerships, Beginnings];
    return {
      module: SignInModule,
      providers: [demonstration, security, ...shared],
      exports: [DemonstrationPeople, SecurityLog, ...shared],
    };
  }
}

/** The routes of the server, each behind the one guard. */
@Module({})
export class ServerModule {
  static of(tracker: Tracker, people: DemonstrationPeople, log: Logger, rateLimits: RateLimits | null): DynamicModule {
    return {
      module: ServerModule,
      imports: [TrackerModule.of(tracker), SignInModule.of(people, log), PagesModule],
      controllers: [
        HealthController,
        TimelineController,
        MilestonesController,
        MilestoneCommandsController,
        EvidenceController,
        PlansController,
        StepsController,
        PromiseStartController,
        SettingsController,
        TrailController,
        InspectorReadsController,
        OwnDataController,
        ApprovalsController,
        ErasuresController,
        ReviewsController,
        ReviewCommandsController,
      ],
      providers: [
        CommandContexts,
        EvidenceIntake,
        ShownReads,
        OwnData,
        { provide: Health, useValue: new Health(tracker) },
        ForgeryCheck,
        {
          provide: RateLimiter,
          useFactory: (security: SecurityLog) => new RateLimiter(rateLimits, security),
          inject: [SecurityLog],
        },
        { provide: APP_GUARD, useClass: PolicyGuard },
        // The outermost one, so that what the others refuse is recorded, too.
        { provide: APP_INTERCEPTOR, useClass: InspectorReadsInterceptor },
        { provide: APP_INTERCEPTOR, useClass: ReadAfterInterceptor },
        { provide: APP_PIPE, useClass: CheckedInput },
        { provide: APP_FILTER, useFactory: (who: Who) => new ProblemFilter(log, problemPages(who)), inject: [Who] },
      ],
    };
  }
}
