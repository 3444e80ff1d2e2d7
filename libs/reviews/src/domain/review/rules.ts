import { type Day, type DecisionContext, type Fault, Refusal } from '@promise/kernel';
import type { ReviewEvent } from './events';
import { dayFaults } from './fields';
import type { ReviewState } from './state';
import { dayInWords } from './words';

/** @throws Refusal the event may not happen to the review as it is */
export function assertMayHappen(state: ReviewState | null, event: ReviewEvent, context: DecisionContext): void {
  const day = event.effectiveOn ?? context.effectiveOn;
  const fault = stateFault(state, event) ?? outsideSense(day, context.today) ?? orderFault(state, event, day);
  if (fault) throw new Refusal(fault);
}

function stateFault(state: ReviewState | null, { type }: ReviewEvent): Fault | null {
  if (state === null) return null;
  if (type === 'ReviewOpened') return { field: 'review', rule: 'opened-once', message: 'it was opened already' };
  if (state.closedOn === null) return null;
  return { field: 'review', rule: 'not-after-closed', message: `it was closed on ${dayInWords(state.closedOn)}` };
}

function outsideSense(day: Day, today: Day): Fault | null {
  if (day <= today) return dayFaults('effectiveOn', day)[0] ?? null;
  return { field: 'effectiveOn', rule: 'not-in-the-future', message: `${dayInWords(day)} is still to come` };
}

/** It is closed after all that was found, and nothing is found before it is opened. */
function orderFault(state: ReviewState | null, { type }: ReviewEvent, day: Day): Fault | null {
  if (state === null) return null;
  if (day < state.openedOn) {
    const message = `the review was opened later, on ${dayInWords(state.openedOn)}`;
    return { field: 'effectiveOn', rule: 'not-before-it-was-opened', message };
  }
  if (type !== 'ReviewClosed' || day >= state.latest) return null;
  const message = `a finding was noted later, on ${dayInWords(state.latest)}`;
  return { field: 'effectiveOn', rule: 'not-before-its-findings', message };
}
