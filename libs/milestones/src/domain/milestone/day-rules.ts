import type { Day, Fault } from '@promise/kernel';
import type { Happened } from './in-effect';
import type { MilestoneState } from './state';
import { dayInWords } from './words';

/** Nothing that the tracker holds was so before this day. */
const FIRST_DAY: Day = '2000-01-01';

/** The first day of an event that lies outside sense: in the future, or before the year 2000. */
export function dayFault(state: MilestoneState, event: Happened): Fault | null {
  const days: [string, Day | null][] = [...daysOf(event), ['effectiveOn', event.effectiveOn]];
  for (const [field, day] of days) {
    const fault = day === null ? null : outsideSense(field, day, state.today);
    if (fault) return fault;
  }
  return null;
}

export function outsideSense(field: string, day: Day, today: Day): Fault | null {
  if (day > today) {
    return { field, rule: 'not-in-the-future', message: `${dayInWords(day)} is still to come` };
  }
  if (day < FIRST_DAY) {
    return { field, rule: 'not-before-2000', message: `${dayInWords(day)} is before ${dayInWords(FIRST_DAY)}` };
  }
  return null;
}

function daysOf(event: Happened): [string, Day | null][] {
  switch (event.type) {
    case 'MilestoneAgreed':
    case 'MilestoneAchieved':
      return [['date', event.payload.date]];
    case 'MilestoneTimescaleRevised':
      return [
        ['decidedOn', event.payload.decidedOn],
        ['youngPeopleTold.when', event.payload.youngPeopleTold.when],
      ];
    case 'YoungPeopleTold':
      return [['when', event.payload.when]];
    case 'MilestoneWithdrawn':
      return [['decidedOn', event.payload.decidedOn]];
    default:
      return [];
  }
}
