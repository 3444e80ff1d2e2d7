import { addDays, type Day, daysBetween } from '@promise/kernel';
import { workingDay } from '../calendar';
import { SKETCHES } from '../sketch';
import { someLead } from '../staff';
import type { Mood } from '../words';
import corrections from '../words/corrections.json';
import type { Happening, LifeOf } from './happening';

/** The last day of the ten years. */
const LAST_DAY: Day = '2031-06-30';
const RATINGS: Readonly<Record<Mood, string>> = { good: 'Going well', slow: 'Some delay', stuck: 'Stuck' };

/** Progress reports from the start of the work to its end, evidence on the way, and now and then other leads. */
export function reporting(life: LifeOf): Happening[] {
  const { days, chance } = life;
  if (!days.started) return [];
  const until = addDays(days.closed ?? LAST_DAY, -20);
  const happenings: Happening[] = [];
  let on = workingDay(addDays(days.started, chance.between(45, 130)));
  for (let n = 1; on < until; n += 1) {
    happenings.push(report(life, on, n));
    if (chance.percent(18)) happenings.push(evidence(life, on, n));
    if (n === 3 && chance.percent(30)) happenings.push(newLeads(life, addDays(on, 9)));
    on = workingDay(addDays(on, chance.between(140, 250)));
  }
  return happenings;
}

function report({ sketch, days, chance, words }: LifeOf, on: Day, n: number): Happening {
  const mood = moodOn(on, days.endKnownOn(on), sketch.fate, chance.between(1, 100));
  const byLead = chance.percent(20);
  const data = {
    rating: RATINGS[mood],
    narrative: words.progress(sketch, mood),
    ...(!byLead && chance.percent(60) && sketch.leads[0] ? { reportedBy: sketch.leads[0] } : {}),
  };
  const late = chance.percent(15) ? { lag: chance.between(8, 30), dayGiven: true } : {};
  const how = { ...late, ...(byLead ? { actor: someLead(chance) } : {}) };
  return { name: `report-${n}`, on, deed: { kind: 'report-progress', data }, how };
}

function moodOn(on: Day, end: Day | null, fate: LifeOf['sketch']['fate'], fall: number): Mood {
  if (end === null) return fall <= 75 ? 'good' : 'slow';
  const left = daysBetween(on, end);
  if (left < 0) return 'stuck';
  const troubled = fate === 'late' || fate === 'never' || fate === 'withdrawn';
  if (left < 220 && troubled) return fall <= 75 ? 'slow' : 'good';
  return fall <= 82 ? 'good' : 'slow';
}

function evidence({ sketch, words }: LifeOf, on: Day, n: number): Happening {
  const data = { link: linkTo(sketch.key, on, `note-${n}`), shows: words.evidence(sketch, 'while') };
  return { name: `evidence-${n}`, on: addDays(on, 1), deed: { kind: 'attach-evidence', data }, how: { lag: 1 } };
}

/** A web address that leads nowhere, by the rules of the internet. */
export function linkTo(key: string, on: Day, paper: string): string {
  return `https://firth-and-glen.example/papers/${on.slice(0, 4)}/${key}-${paper}`;
}

function newLeads({ sketch, chance }: LifeOf, on: Day): Happening {
  const others = SKETCHES.filter(({ foundation }) => foundation === sketch.foundation)
    .flatMap(({ leads }) => leads)
    .filter((lead) => !sketch.leads.includes(lead));
  const lead = others[chance.between(0, others.length - 1)] ?? sketch.leads[0] ?? '';
  const leads = [lead, ...sketch.leads.slice(1)];
  return { name: 'leads', on, deed: { kind: 'change-leads', data: { leads, reason: corrections.newLeads } } };
}
