import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ApprovalsModule } from '@promise/approvals';
import { ErasureModule, Eraser } from '@promise/erasure';
import {
  Accounts,
  HalfWay,
  InspectorReads,
  KeptAbout,
  OpenId,
  SecondFactors,
  Sessions,
  Tokens,
} from '@promise/identity';
import { CLOCK } from '@promise/kernel';
import { MilestonesModule, PriorityDirectory } from '@promise/milestones';
import { PartnershipsModule } from '@promise/partnerships';
import { PeopleModule } from '@promise/people';
import { PlansModule } from '@promise/plans';
import { Freshness, READ_SOURCE } from '@promise/projections';
import { Recorder } from '@promise/recording';
import { MilestoneDirectory, ReviewsModule } from '@promise/reviews';
import { TimelineModule } from '@promise/timeline';
import { TrailModule } from '@promise/trail';
import { EvidenceFiles, KeyVault } from '@promise/vault';
import { ErasureWork } from './erasing/erasure-work';
import { FileImport } from './importing/import-file';
import { ImportWork } from './importing/import-work';
import { LogMilestoneDirectory } from './milestone-directory';
import { PlansPriorityDirectory } from './priority-directory';
import { ReadSide } from './read-side';
import { RebuildWork } from './rebuilding/rebuild-work';
import { AccountRetention } from './retention/account-retention';
import type { Tracker } from './tracker';
import { Work } from './work/work';

/** Gives the business areas what they need of the tracker, and everybody the command and query buses. */
@Global()
@Module({})
export class TrackerModule {
  static of(tracker: Tracker): DynamicModule {
    const provided = [
      { provide: Recorder, useValue: tracker.recorder },
      { provide: KeyVault, useValue: tracker.vault },
      { provide: EvidenceFiles, useValue: tracker.files },
      { provide: Sessions, useValue: tracker.sessions },
      { provide: Accounts, useValue: tracker.accounts },
      { provide: Tokens, useValue: tracker.tokens },
      { provide: InspectorReads, useValue: tracker.inspectorReads },
      { provide: SecondFactors, useValue: tracker.secondFactors },
      { provide: HalfWay, useValue: tracker.halfWay },
      { provide: KeptAbout, useValue: tracker.keptAbout },
      { provide: OpenId, useValue: tracker.openId },
      { provide: READ_SOURCE, useValue: tracker.readSide.source },
      { provide: ReadSide, useValue: tracker.readSide },
      { provide: Work, useValue: tracker.work },
      { provide: Freshness, useValue: tracker.freshness },
      { provide: CLOCK, useValue: tracker.clock },
    ];
    const areas = [
      MilestonesModule,
      PlansModule,
      PartnershipsModule,
      PeopleModule,
      TimelineModule,
      TrailModule,
      ApprovalsModule,
      ErasureModule,
      ReviewsModule,
    ];
    return {
      module: TrackerModule,
      imports: [CqrsModule.forRoot(), ...areas],
      providers: [
        ...provided,
        FileImport,
        ImportWork,
        RebuildWork,
        AccountRetention,
        { provide: Eraser, useClass: ErasureWork },
        { provide: PriorityDirectory, useClass: PlansPriorityDirectory },
        { provide: MilestoneDirectory, useClass: LogMilestoneDirectory },
      ],
      exports: [
        ...provided.map((each) => each.provide),
        PriorityDirectory,
        MilestoneDirectory,
        Eraser,
        FileImport,
        ImportWork,
        RebuildWork,
        AccountRetention,
        CqrsModule,
        ...areas,
      ],
    };
  }
}
