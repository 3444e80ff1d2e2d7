import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { partnershipStream } from '../../domain/partnership/stream';
import { deciderOf } from '../known-partnership';
import { DecideThemesCommand } from './decide-themes.command';

@CommandHandler(DecideThemesCommand)
export class DecideThemesHandler implements ICommandHandler<DecideThemesCommand> {
  constructor(private readonly recorder: Recorder) {}

  execute({ context, themes }: DecideThemesCommand): Promise<Recorded> {
    const command = { type: 'DecideThemes', themes } as const;
    const decider = deciderOf(context.partnership);
    return this.recorder.record(decider, partnershipStream(context.partnership), context, command);
  }
}
