import type { Fault, Personal } from '@promise/kernel';
import { dayFault } from './day-rules';
import type { Happened, HappenedOf } from './in-effect';
import type { MilestoneState } from './state';
import { dayInWords, sameText, sameTimescale } from './words';

/**
 * Why an event may not happen in a state, or null when it may. The one place where the rules of a milestone stand: new
 * events, back-dated ones and corrections all pass through it. `field` is a field of the command that makes the event;
 * `milestone` is the milestone itself, where no field is at fault.
 */
export function faultOf(state: MilestoneState, event: Happened): Fault | null {
  const rule = RULES[event.type] as Rule;
  return dayFault(state, event) ?? rule(state, event);
}

type Rule<Event extends Happened = Happened> = (state: MilestoneState, event: Event) => Fault | null;

const RULES: { readonly [Type in Happened['type']]: Rule<HappenedOf<Type>> } = {
  MilestoneProposed: proposalFault,
  MilestoneAgreed: (state) => closedFault(state) ?? onceFault(state.agreedOn, 'agreed'),
  MilestoneStarted: (state) => closedFault(state) ?? onceFault(state.startedOn, 'started'),
  ProgressReported: closedFault,
  MilestoneTimescaleRevised: (state, event) => closedFault(state) ?? moveFault(state, event),
  YoungPeopleTold: tellFault,
  EvidenceAttached: (state, event) =>
    state.closed?.how === 'withdrawn' ? closedFault(state) : evidenceFault(state, event),
  MilestoneAchieved: (state, event) =>
    twiceFault(state, 'achieved') ?? closedFault(state) ?? achievementFault(state, event),
  MilestoneReopened: (state) =>
    state.closed ? null : fault('milestone', 'reopened-when-closed', 'it is neither achieved nor withdrawn'),
  MilestoneWithdrawn: (state) => twiceFault(state, 'withdrawn') ?? closedFault(state),
  LeadsChanged: (state, event) => closedFault(state) ?? leadsFault(state, event),
};

function fault(field: string, rule: string, message: string): Fault {
  return { field, rule, message };
}

function onceFault(on: string | null, done: 'agreed' | 'started'): Fault | null {
  return on ? fault('milestone', `${done}-once`, `it was ${done} already, on ${dayInWords(on)}`) : null;
}

function closedFault({ closed }: MilestoneState): Fault | null {
  if (!closed) return null;
  const message = `it was ${closed.how} on ${dayInWords(closed.on)}; reopen it first`;
  return fault('milestone', `not-after-${closed.how}`, message);
}

function twiceFault({ closed }: MilestoneState, how: 'achieved' | 'withdrawn'): Fault | null {
  if (closed?.how !== how) return null;
  return fault('milestone', `${how}-once`, `it was ${how} already, on ${dayInWords(closed.on)}`);
}

function proposalFault(state: MilestoneState, { payload }: HappenedOf<'MilestoneProposed'>): Fault | null {
  if (state.proposed) return fault('milestone', 'proposed-once', 'it was proposed already');
  if (payload.horizon === 'interim' && payload.parent === null) {
    return fault('parent', 'interim-has-a-parent', 'an interim milestone names the milestone that it leads up to');
  }
  if (payload.horizon !== 'interim' && payload.parent !== null) {
    return fault('parent', 'interim-has-a-parent', 'only an interim milestone leads up to another one');
  }
  if (payload.parent === payload.milestone) {
    return fault('parent', 'not-its-own-parent', 'a milestone cannot lead up to itself');
  }
  return null;
}

function moveFault(state: MilestoneState, { payload }: HappenedOf<'MilestoneTimescaleRevised'>): Fault | null {
  if (state.planned && sameTimescale(state.planned, payload.timescale)) {
    return fault('timescale', 'a-move-changes-something', `it was planned for “${state.planned.words}” already`);
  }
  const { state: told, when } = payload.youngPeopleTold;
  if (told !== 'told' && when !== null) {
    return fault('youngPeopleTold.when', 'when-told', 'a day goes with “told” only');
  }
  return null;
}

function tellFault(state: MilestoneState, { payload }: HappenedOf<'YoungPeopleTold'>): Fault | null {
  const move = state.moves.find((each) => each.event === payload.move);
  if (!move) {
    return fault('effectiveOn', 'told-after-the-move', 'the move they were told of was not made by then');
  }
  if (move.told === 'told') return fault('milestone', 'a-move-to-tell', 'they were told of that move already');
  if (payload.when >= move.decidedOn) return null;
  const message = `that move was decided later, on ${dayInWords(move.decidedOn)}`;
  return fault('when', 'not-before-the-move-was-decided', message);
}

function evidenceFault(_: MilestoneState, { payload }: HappenedOf<'EvidenceAttached'>): Fault | null {
  if ((payload.link === null) !== (payload.file === null)) return null;
  return fault('link', 'link-or-file', 'evidence is either a link or a file');
}

function achievementFault(state: MilestoneState, event: HappenedOf<'MilestoneAchieved'>): Fault | null {
  const { date, evidence } = event.payload;
  const missing = evidence.findIndex((id) => !state.attached.has(id));
  if (missing >= 0) {
    return fault(`evidence.${missing}`, 'evidence-attached', 'no such evidence is attached to this milestone');
  }
  const { began } = state;
  if (began === null || (date >= began && event.effectiveOn >= began)) return null;
  const message = `it would be achieved before it began, on ${dayInWords(began)}`;
  return fault(date < began ? 'date' : 'effectiveOn', 'not-achieved-before-it-began', message);
}

function leadsFault(state: MilestoneState, { payload }: HappenedOf<'LeadsChanged'>): Fault | null {
  const within = (some: readonly Personal[], others: readonly Personal[]): boolean =>
    some.every((lead) => others.some((other) => sameText(lead, other)));
  const same = within(payload.leads, state.leads) && within(state.leads, payload.leads);
  return same ? fault('leads', 'a-change-of-leads-changes-something', 'these are its leads already') : null;
}
