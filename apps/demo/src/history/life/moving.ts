import { addDays } from '@promise/kernel';
import type { ReviseTimescaleData } from '@promise/milestones';
import { workingDay } from '../calendar';
import type { PlannedMove } from '../days';
import { approval } from './approving';
import type { Happening, LifeOf } from './happening';

/** Every move of the date; whether young people were told at once, later, never, or did not need to be told. */
export function moving(life: LifeOf): Happening[] {
  return life.days.moves.flatMap((move, n) => oneMove(life, move, n));
}

function oneMove(life: LifeOf, { words, reason, decidedBy, decidedOn }: PlannedMove, n: number): Happening[] {
  const { sketch, chance } = life;
  const fall = chance.between(1, 100);
  const lag = chance.between(1, 12);
  const told = toldAtOnce(life, fall, addDays(decidedOn, chance.between(0, lag)));
  const data = { timescale: words, reason, decidedBy, decidedOn, youngPeopleTold: told };
  const how = { lag, dayGiven: chance.percent(70) };
  const move: Happening = { name: `move-${n + 1}`, on: decidedOn, deed: { kind: 'revise-timescale', data }, how };
  const moved =
    sketch.horizon === '10-year' ? [move, approval(life, move, { body: decidedBy, date: decidedOn }, 'move')] : [move];
  if (told.state !== 'not-yet' || fall > 72) return moved;
  const when = workingDay(addDays(decidedOn, lag + chance.between(15, 60)));
  const tell = { kind: 'tell', data: { when, how: life.words.told(sketch) } } as const;
  return [...moved, { name: `tell-${n + 1}`, on: when, deed: tell, how: { lag: chance.between(0, 6) } }];
}

function toldAtOnce({ sketch, words }: LifeOf, fall: number, when: string): ReviseTimescaleData['youngPeopleTold'] {
  if (fall <= 48) return { state: 'told', when, how: words.told(sketch) };
  if (fall > 90) return { state: 'not-needed', how: words.notNeeded(sketch) };
  return { state: 'not-yet' };
}
