import { UnknownThing } from '@promise/recording';
import { partnershipWithSecondPerson } from '../domain/partnership/second-person';

/** The partnership's rules; one that was never registered is no broken rule but a thing that is not there. */
export function deciderOf(partnership: string): typeof partnershipWithSecondPerson {
  return {
    ...partnershipWithSecondPerson,
    decide(state, command, context) {
      if (!state.own) throw new UnknownThing('partnership', partnership);
      return partnershipWithSecondPerson.decide(state, command, context);
    },
  };
}
