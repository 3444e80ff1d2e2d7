import { addDays, type Day } from '@promise/kernel';
import { eventOf } from '../act';
import { BOARD } from '../calendar';
import { SMALL_FILES } from '../files';
import { approval } from './approving';
import type { Happening, LifeOf } from './happening';
import { linkTo } from './reporting';

/** The end: achieved with evidence, or withdrawn by a decision; and opened again where it was not done after all. */
export function closing(life: LifeOf): Happening[] {
  const { sketch, days } = life;
  if (!days.closed) return [];
  if (sketch.fate === 'withdrawn') return withdrawal(life, days.closed);
  return [
    ...achievement(life, days.closed, ''),
    ...(days.reopened ? [reopening(life, days.reopened)] : []),
    ...(days.achievedAgain ? achievement(life, days.achievedAgain, '-again') : []),
  ];
}

function withdrawal(life: LifeOf, on: Day): Happening[] {
  const { sketch, chance } = life;
  const data = { reason: sketch.withdrawReason ?? '', decidedBy: BOARD, decidedOn: on };
  const how = { lag: chance.between(1, 8), dayGiven: true };
  const asked: Happening = { name: 'withdraw', on, deed: { kind: 'withdraw', data }, how };
  return [asked, approval(life, asked, { body: BOARD, date: on }, 'withdrawal')];
}

function reopening({ sketch }: LifeOf, on: Day): Happening {
  return { name: 'reopen', on, deed: { kind: 'reopen', data: { reason: sketch.reopenReason ?? '' } } };
}

/** Some hand the paper in before, some with the achievement, and some tell the tracker weeks afterwards. */
function achievement(life: LifeOf, on: Day, suffix: string): Happening[] {
  const { sketch, chance, words } = life;
  const lag = chance.percent(22) ? chance.between(28, 75) : chance.between(0, 10);
  const shown = { link: linkTo(sketch.key, on, `report${suffix}`), shows: words.evidence(sketch, 'done') };
  const before: Happening[] = [];
  const evidence: (string | typeof shown)[] = [];
  const file = suffix === '' ? SMALL_FILES[sketch.key] : undefined;
  if (file) {
    const deed = { kind: 'attach-file', data: file } as const;
    before.push({ name: 'file', on: addDays(on, -1), deed, how: { dayGiven: true } });
    evidence.push(eventOf(`${sketch.key}/file`));
  }
  if (chance.percent(60)) {
    const name = `paper${suffix}`;
    const deed = { kind: 'attach-evidence', data: shown } as const;
    before.push({ name, on: addDays(on, -chance.between(1, 9)), deed, how: { dayGiven: true } });
    evidence.push(eventOf(`${sketch.key}/${name}`));
  } else evidence.push(shown);
  const data = { date: on, evidence, differenceMade: sketch.difference };
  return [...before, { name: `achieve${suffix}`, on, deed: { kind: 'achieve', data }, how: { lag } }];
}
