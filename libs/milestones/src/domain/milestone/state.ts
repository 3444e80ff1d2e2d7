import type { Day, Personal, Timescale } from '@promise/kernel';
import type { Happened } from './in-effect';

/** Whether the milestone is closed, and since when. */
interface Closed {
  readonly how: 'achieved' | 'withdrawn';
  readonly on: Day;
}

/** A move of the date, as far as telling children and young people goes. */
export interface Move {
  readonly event: string;
  readonly told: 'told' | 'not-yet' | 'not-needed';
  readonly decidedOn: Day;
}

/** What the rules need to know of a milestone at one point in the order of effect. */
export interface MilestoneState {
  readonly today: Day;
  /** Evidence attached at any time: it may be handed in after the day on which the milestone was achieved. */
  readonly attached: ReadonlySet<string>;
  /** The day it began: when it was started, else when it was first proposed or agreed. */
  readonly began: Day | null;
  readonly proposed: boolean;
  readonly planned: Timescale | null;
  readonly leads: readonly Personal[];
  readonly agreedOn: Day | null;
  readonly startedOn: Day | null;
  readonly closed: Closed | null;
  readonly moves: readonly Move[];
}

/** The state before anything happened; `happened` is all that is in effect, in order. */
export function beginning(happened: readonly Happened[], today: Day): MilestoneState {
  const dayOf = (type: Happened['type']): Day[] =>
    happened.filter((event) => event.type === type).map((event) => event.effectiveOn);
  const [started] = dayOf('MilestoneStarted');
  const [first = null] = [...dayOf('MilestoneProposed'), ...dayOf('MilestoneAgreed')].sort();
  return {
    today,
    attached: new Set(happened.filter((event) => event.type === 'EvidenceAttached').map((event) => event.id)),
    began: started ?? first,
    ...{ proposed: false, planned: null, leads: [], moves: [] },
    ...{ agreedOn: null, startedOn: null, closed: null },
  };
}

/** The state after one more event, whether the rules allow it or not. */
export function evolve(state: MilestoneState, event: Happened): MilestoneState {
  const on = event.effectiveOn;
  switch (event.type) {
    case 'MilestoneProposed':
      return { ...state, proposed: true, planned: event.payload.timescale, leads: event.payload.leads };
    case 'MilestoneAgreed':
      return { ...state, agreedOn: on };
    case 'MilestoneStarted':
      return { ...state, startedOn: on };
    case 'MilestoneTimescaleRevised': {
      const { timescale, youngPeopleTold, decidedOn } = event.payload;
      const move: Move = { event: event.id, told: youngPeopleTold.state, decidedOn };
      return { ...state, planned: timescale, moves: [...state.moves, move] };
    }
    case 'YoungPeopleTold':
      return { ...state, moves: state.moves.map((move) => (move.event === event.payload.move ? told(move) : move)) };
    case 'MilestoneAchieved':
      return { ...state, closed: { how: 'achieved', on } };
    case 'MilestoneWithdrawn':
      return { ...state, closed: { how: 'withdrawn', on } };
    case 'MilestoneReopened':
      return { ...state, closed: null };
    case 'LeadsChanged':
      return { ...state, leads: event.payload.leads };
    case 'ProgressReported':
    case 'EvidenceAttached':
      return state;
  }
}

function told(move: Move): Move {
  return { ...move, told: 'told' };
}

/** The last move that children and young people are still to be told of: of those decided by that day, if any was. */
export function moveToTell(state: MilestoneState, when: Day): Move | undefined {
  const waiting = state.moves.filter((move) => move.told === 'not-yet');
  return waiting.findLast((move) => move.decidedOn <= when) ?? waiting.at(-1);
}
