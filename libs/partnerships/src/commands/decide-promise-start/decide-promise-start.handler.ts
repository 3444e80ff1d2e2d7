import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { partnershipStream } from '../../domain/partnership/stream';
import { deciderOf } from '../known-partnership';
import { DecidePromiseStartCommand } from './decide-promise-start.command';

@CommandHandler(DecidePromiseStartCommand)
export class DecidePromiseStartHandler implements ICommandHandler<DecidePromiseStartCommand> {
  constructor(private readonly recorder: Recorder) {}

  execute({ context, start }: DecidePromiseStartCommand): Promise<Recorded> {
    const command = { ...start, type: 'DecidePromiseStart' } as const;
    return this.recorder.record(
      deciderOf(context.partnership),
      partnershipStream(context.partnership),
      context,
      command,
    );
  }
}
