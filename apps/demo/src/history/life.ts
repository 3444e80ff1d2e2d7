import { addDays, type Day } from '@promise/kernel';
import { Diary } from './diary';
import { type Act, milestoneOf } from './act';
import { Chance } from './chance';
import { daysOf } from './days';
import { closing } from './life/closing';
import type { Happening, LifeOf } from './life/happening';
import { asFirstTyped, mistakes } from './life/mistakes';
import { moving } from './life/moving';
import { reporting } from './life/reporting';
import { waiting } from './life/waiting';
import type { Sketch } from './sketch';
import { APPROVER } from './staff';
import type { Words } from './words';

/** The minute that the first milestones were copied from. */
const PLANNING_DAY = '2021-03-24';
const MINUTE = 'Minute of the Firth and Glen planning day for the Promise';

/** All that is ever recorded of one milestone, in the order in which it is recorded. */
export function lifeOf(sketch: Sketch, words: Words): readonly Act[] {
  const chance = new Chance(sketch.key);
  const days = daysOf(sketch, chance);
  const life: LifeOf = { sketch, days, chance, words };
  const happenings = [
    ...beginning(life),
    ...reporting(life),
    ...moving(life),
    ...closing(life),
    ...mistakes(life),
    ...waiting(life),
  ];
  const recordedOn = ({ on, how }: Happening): Day => addDays(on, how?.lag ?? 0);
  const diary = new Diary(sketch.key, chance);
  for (const { name, on, deed, how } of happenings.sort((a, b) => compare(recordedOn(a), recordedOn(b)))) {
    diary.note(name, on, deed, how);
  }
  return diary.acts;
}

function compare(a: Day, b: Day): number {
  return a < b ? -1 : Number(a > b);
}

function beginning({ sketch, days, chance }: LifeOf): Happening[] {
  const happenings = [proposal(sketch, days.proposed)];
  if (days.agreed) {
    const { body, on } = days.agreed;
    const how = { lag: chance.between(1, 9), ...(chance.percent(30) ? { actor: APPROVER } : {}) };
    happenings.push({ name: 'agree', on, deed: { kind: 'agree', data: { body, date: on } }, how });
  }
  if (days.started) {
    const how = chance.percent(25) ? { lag: chance.between(10, 35), dayGiven: true } : {};
    happenings.push({ name: 'start', on: days.started, deed: { kind: 'start', data: {} }, how });
  }
  return happenings;
}

function proposal(sketch: Sketch, on: Day): Happening {
  const { foundation, horizon, parent, leads, success, priority } = sketch;
  const copied = sketch.proposed < '2021-06';
  const data = {
    ...{ title: asFirstTyped(sketch), foundation, horizon, leads, timescale: sketch.due },
    ...(parent ? { parent: milestoneOf(parent) } : {}),
    ...(success ? { successStatement: success } : {}),
    ...(priority ? { priorities: [`corporate-parenting-plan-2021-24.${priority}`] } : {}),
    ...(copied ? { citation: { document: MINUTE, place: 'The list of first milestones' } } : {}),
  };
  const deed = { kind: 'propose', data } as const;
  if (!copied) return { name: 'propose', on, deed };
  const basis = { kind: 'transcribed', document: MINUTE, documentDate: PLANNING_DAY } as const;
  const lag = Math.round((Date.parse(on) - Date.parse(PLANNING_DAY)) / 86_400_000);
  return { name: 'propose', on: PLANNING_DAY, deed, how: { lag, basis, dayGiven: true } };
}
