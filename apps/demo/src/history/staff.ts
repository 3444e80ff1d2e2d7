import type { Actor, Day } from '@promise/kernel';
import { v5 } from 'uuid';
import type { Chance } from './chance';
import { commandOf } from './act';

function somebody(place: string, role: Actor['role']): Actor {
  return { id: v5(place, commandOf('staff')), role };
}

const FIRST_WORKER = somebody('first worker', 'worker');
const SECOND_WORKER = somebody('second worker', 'worker');
const LEADS = ['lead by the firth', 'lead in the glens', 'lead for schools'].map((place) => somebody(place, 'lead'));

export const ADMINISTRATOR = somebody('administrator', 'administrator');
export const APPROVER = somebody('clerk of the board', 'approver');

/** The second worker came in 2022, and the first left in the autumn of 2024. */
export function workerOn(day: Day, chance: Chance): Actor {
  if (day < '2022-09-05') return FIRST_WORKER;
  if (day > '2024-10-25') return SECOND_WORKER;
  return chance.percent(50) ? FIRST_WORKER : SECOND_WORKER;
}

export function someLead(chance: Chance): Actor {
  return LEADS[chance.between(0, LEADS.length - 1)] ?? FIRST_WORKER;
}
