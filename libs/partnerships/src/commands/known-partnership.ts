import type { Decider } from '@promise/kernel';
import { UnknownThing } from '@promise/recording';
import type { PartnershipCommand } from '../domain/partnership/commands';
import { partnershipDecider } from '../domain/partnership/decide';
import type { PartnershipEvent } from '../domain/partnership/events';
import type { PartnershipState } from '../domain/partnership/state';

/** The partnership's rules; one that was never registered is no broken rule but a thing that is not there. */
export function deciderOf(partnership: string): Decider<PartnershipState | null, PartnershipCommand, PartnershipEvent> {
  return {
    ...partnershipDecider,
    decide(state, command, context) {
      if (!state) throw new UnknownThing('partnership', partnership);
      return partnershipDecider.decide(state, command, context);
    },
  };
}
