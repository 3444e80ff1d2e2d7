import { type SecondPersonRules, type Timescale, withSecondPerson } from '@promise/kernel';
import type { PartnershipCommand } from './commands';
import { partnershipDecider } from './decide';
import type { PartnershipEvent } from './events';
import type { PartnershipState } from './state';

/** A start of the Promise work needs a second person where another day ever counted; the first one does not. */
const rules: SecondPersonRules<PartnershipState | null, PartnershipEvent> = {
  changeIn: (state, events) => (state && events.some((event) => movesTheStart(state, event)) ? 'promise-start' : null),
  // A start may be decided any number of times: nothing that happened since forbids it.
  assertAllowed: () => undefined,
};

/** The rules of a partnership, with what needs a second person. */
export const partnershipWithSecondPerson = withSecondPerson<
  PartnershipState | null,
  PartnershipCommand,
  PartnershipEvent
>(partnershipDecider, rules);

/** Compared with all that ever counted, so that a file read anew just before is no way round it. */
function movesTheStart({ startsRead, decidedStarts }: PartnershipState, event: PartnershipEvent): boolean {
  if (event.type !== 'PromiseStartDecided') return false;
  return [...startsRead, ...decidedStarts].some((timescale) => !isSameDay(timescale, event.payload.timescale));
}

function isSameDay(a: Timescale, b: Timescale): boolean {
  return a.start === b.start && a.end === b.end;
}
