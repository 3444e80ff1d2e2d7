import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Decider } from '@promise/kernel';
import { Recorder, type Recorded, UnknownThing } from '@promise/recording';
import type { DecidePromiseStart } from '../../domain/partnership/commands';
import { partnershipDecider } from '../../domain/partnership/decide';
import type { PartnershipEvent } from '../../domain/partnership/events';
import type { PartnershipState } from '../../domain/partnership/state';
import { partnershipStream } from '../../domain/partnership/stream';
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

/** The partnership's rules; one that was never registered is no broken rule but a thing that is not there. */
function deciderOf(partnership: string): Decider<PartnershipState | null, DecidePromiseStart, PartnershipEvent> {
  return {
    ...partnershipDecider,
    decide(state, command, context) {
      if (!state) throw new UnknownThing('partnership', partnership);
      return partnershipDecider.decide(state, command, context);
    },
  };
}
