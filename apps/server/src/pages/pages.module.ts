import { Module } from '@nestjs/common';
import { CommandContexts } from '../api/conventions/command-contexts';
import { Now } from '../api/conventions/now';
import { Pages } from './frame/pages';
import { AfterRecording } from './frame/recording';
import { FrontController } from './front/front.controller';
import { SignInController } from './sign-in/sign-in.controller';

/** The pages that people see. Each area adds its controllers; all of them stand behind the one guard. */
@Module({
  controllers: [SignInController, FrontController],
  providers: [Now, CommandContexts, Pages, AfterRecording],
})
export class PagesModule {}
