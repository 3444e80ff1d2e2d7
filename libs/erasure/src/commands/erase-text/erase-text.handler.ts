import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { erasureWithSecondPerson } from '../../domain/erasure/decide';
import { EraseTextCommand } from './erase-text.command';

@CommandHandler(EraseTextCommand)
export class EraseTextHandler implements ICommandHandler<EraseTextCommand> {
  constructor(private readonly recorder: Recorder) {}

  execute({ context, stream, asked }: EraseTextCommand): Promise<Recorded> {
    return this.recorder.record(erasureWithSecondPerson, stream, context, asked);
  }
}
