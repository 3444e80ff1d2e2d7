import { Module } from '@nestjs/common';
import { CommandContexts } from '../api/conventions/command-contexts';
import { ShownReads } from '../api/inspector-reads/shown-reads';
import { AccountController } from './account/account.controller';
import { PasswordController } from './account/password.controller';
import { SecondFactorController } from './account/second-factor.controller';
import { SignInsDesk } from './account/sign-ins-desk';
import { ApprovalsPageController } from './approvals/approvals-page.controller';
import { ComparePageController } from './compare/compare-page.controller';
import { Pages } from './frame/pages';
import { AfterRecording } from './frame/recording';
import { FrontController } from './front/front.controller';
import { MilestonePageController } from './milestone/milestone-page.controller';
import { MyWorkController } from './my-work/my-work.controller';
import { KnownPersonController } from './people/known-person.controller';
import { Members } from './people/members';
import { PeopleController } from './people/people.controller';
import { PlansPageController } from './plans/plans-page.controller';
import { PrivacyController } from './privacy/privacy.controller';
import { RECORD_CONTROLLERS, RECORD_PROVIDERS } from './record/record.providers';
import { ReportController } from './report/report.controller';
import { ReviewsPageController } from './reviews/reviews-page.controller';
import { CodeController } from './sign-in/code.controller';
import { Entry } from './sign-in/entry';
import { GroupRoles } from './sign-in/group-roles';
import { OpenIdController } from './sign-in/open-id.controller';
import { SettingsPageController } from './settings/settings-page.controller';
import { SignInController } from './sign-in/sign-in.controller';
import { SignInDesk } from './sign-in/sign-in-desk';
import { TimelinePageController } from './timeline/timeline-page.controller';
import { Titles } from './trail/titles';
import { TrailPageController } from './trail/trail-page.controller';
import { WhoHasLookedController } from './who-has-looked/who-has-looked.controller';
import { WordsController } from './words/words.controller';
import { ImportController } from './work/import/import.controller';
import { ProgressStreams } from './work/progress-streams';
import { RebuildController } from './work/rebuild/rebuild.controller';

/**
 * The pages that people see. Each area adds its controllers; all of them stand behind the one guard. Whoever has a fixed
 * word where another has an id (`milestones/new`) comes first.
 */
@Module({
  controllers: [
    ...RECORD_CONTROLLERS,
    SignInController,
    CodeController,
    OpenIdController,
    AccountController,
    PasswordController,
    SecondFactorController,
    FrontController,
    TimelinePageController,
    MilestonePageController,
    ComparePageController,
    PlansPageController,
    TrailPageController,
    WordsController,
    MyWorkController,
    ReportController,
    ImportController,
    RebuildController,
    KnownPersonController,
    PeopleController,
    WhoHasLookedController,
    PrivacyController,
    ApprovalsPageController,
    ReviewsPageController,
    SettingsPageController,
  ],
  providers: [
    CommandContexts,
    Pages,
    AfterRecording,
    Entry,
    GroupRoles,
    SignInDesk,
    SignInsDesk,
    Members,
    ShownReads,
    Titles,
    ProgressStreams,
    ...RECORD_PROVIDERS,
  ],
})
export class PagesModule {}
