import type { Day } from '@promise/kernel';
import type { Period } from '@promise/projections';
import { type Fact, type Happened, inEffect } from '../../domain/milestone/in-effect';
import { evolve, proposed } from './fold';
import type { MilestoneView } from './view';

/** A state that held from one day until another, or from that day on (`null`). */
export interface ViewPeriod extends Period {
  readonly state: MilestoneView;
}

/**
 * What is believed of one milestone, day by day: a state for every interval between days on which something happened.
 * It exists from the earliest of them on, because what was agreed or moved was there. Takes its facts in log order.
 */
export function periodsOf(partnership: string, facts: readonly Fact[]): ViewPeriod[] {
  const [proposal, ...later] = inEffect(facts);
  if (proposal?.type !== 'MilestoneProposed') throw new Error('a milestone begins with its proposal');
  let day = firstDay(proposal, later);
  let state = proposed(partnership, proposal);
  const periods: ViewPeriod[] = [];
  for (const event of later) {
    if (event.effectiveOn > day) {
      periods.push({ effectiveFrom: day, effectiveTo: event.effectiveOn, state });
      day = event.effectiveOn;
    }
    state = evolve(state, event);
  }
  const version = facts.at(-1)?.version ?? state.version;
  return [...periods, { effectiveFrom: day, effectiveTo: null, state: { ...state, version } }];
}

function firstDay(proposal: Happened, [next]: readonly Happened[]): Day {
  return next && next.effectiveOn < proposal.effectiveOn ? next.effectiveOn : proposal.effectiveOn;
}
