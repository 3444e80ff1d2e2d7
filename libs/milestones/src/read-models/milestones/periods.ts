import type { Day } from '@promise/kernel';
import type { Period } from '@promise/projections';
import { type Fact, type Happened, type HappenedOf, inEffect } from '../../domain/milestone/in-effect';
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
  let state = begun(partnership, proposal);
  const periods: ViewPeriod[] = [];
  for (const event of later) {
    if (event.effectiveOn > day) {
      periods.push({ effectiveFrom: day, effectiveTo: event.effectiveOn, state });
      day = event.effectiveOn;
    }
    state = after(state, event);
  }
  const version = facts.at(-1)?.version ?? state.version;
  return [...periods, { effectiveFrom: day, effectiveTo: null, state: { ...state, version } }];
}

function firstDay(proposal: Happened, [next]: readonly Happened[]): Day {
  return next && next.effectiveOn < proposal.effectiveOn ? next.effectiveOn : proposal.effectiveOn;
}

// A history is folded again for each event that comes; its states up to there are the same objects as the time before.
const beginnings = new WeakMap<Happened, MilestoneView>();
const following = new WeakMap<MilestoneView, WeakMap<Happened, MilestoneView>>();

function begun(partnership: string, proposal: HappenedOf<'MilestoneProposed'>): MilestoneView {
  const view = beginnings.get(proposal) ?? proposed(partnership, proposal);
  beginnings.set(proposal, view);
  return view;
}

function after(state: MilestoneView, event: Happened): MilestoneView {
  const known = following.get(state) ?? new WeakMap<Happened, MilestoneView>();
  following.set(state, known);
  const next = known.get(event) ?? evolve(state, event);
  known.set(event, next);
  return next;
}
