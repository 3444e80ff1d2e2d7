import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Recorded, Recorder } from '@promise/recording';
import { recordMilestone } from '../record-milestone';
import { TellYoungPeople } from './tell-young-people.command';

@CommandHandler(TellYoungPeople)
export class TellYoungPeopleHandler implements ICommandHandler<TellYoungPeople> {
  constructor(private readonly recorder: Recorder) {}

  execute(command: TellYoungPeople): Promise<Recorded> {
    return recordMilestone(this.recorder, command, { kind: 'tell', data: command.data });
  }
}
