import { addDays, type Day } from '@promise/kernel';
import type { CorrectData } from '@promise/milestones';
import { eventOf } from '../act';
import { GROUP } from '../calendar';
import { endOf } from '../days';
import { SKETCHES } from '../sketch';
import words from '../words/corrections.json';
import moves from '../words/moves.json';
import type { Happening, LifeOf } from './happening';
import { linkTo } from './reporting';

type Mistake = (life: LifeOf, on: Day) => Happening[];

/** What somebody got wrong and put right, by the key of the sketch. */
const MISTAKES: Readonly<Record<string, Mistake>> = {
  'money-advice': wrongDay,
  'police-know': wrongDay,
  'kinship-groups': wrongReport,
  'sharing-agreement': wrongReport,
  play: wrongReport,
  'foster-line': wrongTitle,
  'contracts-checked': wrongEvidence,
  'hearing-room-tested': wrongMove,
  'rights-lessons': wrongMove,
};

export function mistakes(life: LifeOf): Happening[] {
  const { started } = life.days;
  return started ? (MISTAKES[life.sketch.key]?.(life, addDays(started, 25)) ?? []) : [];
}

function correction(on: Day, data: CorrectData): Happening {
  return { name: 'correct', on, deed: { kind: 'correct', data } };
}

function wrongDay({ sketch, days }: LifeOf, on: Day): Happening[] {
  const date = addDays(days.agreed?.on ?? on, -7);
  const event = eventOf(`${sketch.key}/agree`);
  return [correction(on, { event, reason: words.wrongDay, replace: { date } })];
}

function wrongReport(life: LifeOf, on: Day): Happening[] {
  const other = SKETCHES.find(
    ({ foundation, key }) => foundation !== life.sketch.foundation && key !== life.sketch.key,
  );
  const narrative = life.words.progress(other ?? life.sketch, 'good');
  const wrong: Happening = {
    name: 'wrong-report',
    on,
    deed: { kind: 'report-progress', data: { rating: 'Going well', narrative } },
  };
  const event = eventOf(`${life.sketch.key}/wrong-report`);
  return [wrong, correction(addDays(on, 6), { event, reason: words.wrongReport, void: true })];
}

/** The proposal was recorded with its last word missing; see `asFirstTyped`. */
function wrongTitle({ sketch, days }: LifeOf): Happening[] {
  const event = eventOf(`${sketch.key}/propose`);
  const replace = { title: sketch.title };
  return [correction(addDays(days.proposed, 5), { event, reason: words.wrongTitle, replace })];
}

/** The title as somebody typed it first. */
export function asFirstTyped({ key, title }: LifeOf['sketch']): string {
  return MISTAKES[key] === wrongTitle ? title.split(' ').slice(0, -1).join(' ') : title;
}

function wrongEvidence({ sketch, words: said }: LifeOf, on: Day): Happening[] {
  const link = linkTo(sketch.key, on, 'wrong-paper');
  const data = { link, shows: said.evidence(sketch, 'while') };
  const event = eventOf(`${sketch.key}/wrong-paper`);
  return [
    { name: 'wrong-paper', on, deed: { kind: 'attach-evidence', data } },
    correction(addDays(on, 3), { event, reason: words.wrongEvidence, void: true }),
    {
      name: 'right-paper',
      on: addDays(on, 3),
      deed: { kind: 'attach-evidence', data: { ...data, link: `${link}-2` } },
    },
  ];
}

function wrongMove({ sketch }: LifeOf, on: Day): Happening[] {
  const year = Number((endOf(sketch.due) ?? on).slice(0, 4)) + 1;
  const data = {
    timescale: `December ${year}`,
    reason: moves.wrong,
    decidedBy: GROUP,
    decidedOn: addDays(on, -2),
    youngPeopleTold: { state: 'not-yet' },
  } as const;
  const event = eventOf(`${sketch.key}/wrong-move`);
  return [
    { name: 'wrong-move', on, deed: { kind: 'revise-timescale', data } },
    correction(addDays(on, 8), { event, reason: words.wrongMove, void: true }),
  ];
}
