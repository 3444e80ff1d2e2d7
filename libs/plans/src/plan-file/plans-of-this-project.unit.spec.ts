import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FOUNDATIONS_AND_RIGHTS, parseTimescale } from '@promise/kernel';
import type { PartnershipFile, PlanFile } from '../domain/plan/plan-file';
import { readPlanFile } from './read-plan-file';

const PLANS = join(__dirname, '../../../../plans');
const files = readdirSync(PLANS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .sort();

function read(name: string): PlanFile | PartnershipFile {
  const outcome = readPlanFile(join(PLANS, name));
  if (outcome.ok) return outcome.file;
  throw new Error(outcome.faults.map(({ line, field, message }) => `${name}:${line} ${field} ${message}`).join('\n'));
}

function plan(name: string): PlanFile {
  const file = read(name);
  if (file.kind !== 'plan') throw new Error(`${name} is no plan`);
  return file;
}

const services = (): PlanFile => plan('north-lanarkshire/childrens-services-plan-2021-23.json');
const parenting = (): PlanFile => plan('north-lanarkshire/corporate-parenting-improvement-plan-2019-22.json');
const south = (): PlanFile => plan('south-lanarkshire/childrens-services-plan-2021-23.json');

/** How many priorities stand under each theme, in the order of the themes. */
function perTheme({ themes, priorities }: PlanFile): readonly number[] {
  return themes.map(({ key }) => priorities.filter(({ theme }) => theme === key).length);
}

describe('the files of plans/', () => {
  it('are these', () => {
    expect(files).toEqual([
      'north-lanarkshire/childrens-services-plan-2021-23.json',
      'north-lanarkshire/corporate-parenting-improvement-plan-2019-22.json',
      'north-lanarkshire/partnership.json',
      'south-lanarkshire/childrens-services-plan-2021-23.json',
      'south-lanarkshire/partnership.json',
    ]);
  });

  it.each(files)('%s is in order, named after what it is, and points at its schema', (name) => {
    const file = read(name);
    expect(name).toBe(`${file.partnership}/${file.kind === 'plan' ? file.key : 'partnership'}.json`);
    expect(join(PLANS, name, '..', file.$schema ?? '')).toBe(join(__dirname, 'plan-file.schema.json'));
  });

  it('say what a partnership publishes and from when it counts', () => {
    const north = read('north-lanarkshire/partnership.json');
    expect(north).toMatchObject({ publishes: ['timeline', 'plans'], promiseStart: { timescale: 'March 2021' } });
    expect(north).toHaveProperty('milestonesPromised');
    const other = read('south-lanarkshire/partnership.json');
    expect(other).toMatchObject({ publishes: [] });
    expect(other).not.toHaveProperty('promiseStart');
  });
});

describe("North Lanarkshire's Children's Services Plan 2021-23", () => {
  it('has the 30 priorities in the order of their numbers, under rights and the five foundations', () => {
    const { priorities, steps } = services();
    expect(priorities.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, n) => String(n + 1)));
    expect(perTheme(services())).toEqual([6, 3, 8, 4, 5, 4]);
    expect(steps).toEqual([]);
  });

  it('takes each mapping from the document, and the four that serve two foundations say so', () => {
    const mappings = services().priorities.map(({ theme, number, foundation }) => ({ theme, number, ...foundation }));
    expect(mappings.filter(({ theme, primary, by }) => primary !== theme || by !== 'document')).toEqual([]);
    const several = mappings.filter(({ also }) => also !== undefined);
    expect(several.map(({ number, primary, also }) => [number, primary, also])).toEqual([
      ['7', 'voice', ['care']],
      ['16', 'family', ['people']],
      ['18', 'care', ['voice']],
      ['24', 'people', ['family']],
    ]);
  });

  it('has 52 measures, two of them under two priorities', () => {
    const keys = services().priorities.flatMap(({ measures }) => measures.map(({ key }) => key));
    expect(new Set(keys).size).toBe(52);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([
      'imh-indicator-set-in-use',
      'reflective-feedback-in-planning',
    ]);
  });
});

describe("North Lanarkshire's Corporate Parenting improvement plan 2019-22", () => {
  it('has 21 actions in four themes, and 41 steps from 37 rows', () => {
    const { steps } = parenting();
    expect(perTheme(parenting())).toEqual([7, 6, 3, 5]);
    expect(steps).toHaveLength(41);
    const rows = steps.map(({ citation }) => citation.place.replace(/, (first|second|third) task$/, ''));
    const perTable = ['Listening', 'Home', 'Education and Work', 'Wellbeing, Health and Leisure'].map(
      (theme) => new Set(rows.filter((row) => row.startsWith(`${theme}, row `))).size,
    );
    expect(perTable).toEqual([11, 10, 8, 8]);
  });

  it('keeps the timescales as printed, and each can be read', () => {
    const words = parenting().steps.flatMap(({ timescale }) => timescale ?? []);
    expect(words).toHaveLength(40);
    expect(words.filter((each) => !parseTimescale(each).ok)).toEqual([]);
    for (const printed of ['September 2019 201920192019', 'April -2019- March 2022', 'January 2020 — March 2021—']) {
      expect(words).toContain(printed);
    }
  });

  it('reads three tasks with two dates as three steps, the third without a date', () => {
    const tasks = parenting().steps.filter(({ priority }) => priority === 'brothers-and-sisters');
    expect(tasks.map(({ timescale }) => timescale)).toEqual(['July 2019', 'September 2019', null]);
    expect(tasks.filter(({ reading }) => reading === undefined)).toEqual([]);
  });

  it('gives every step a lead, and every action a step and a measure', () => {
    const { priorities, steps } = parenting();
    expect(steps.filter(({ leads }) => leads.length === 0)).toEqual([]);
    const bare = priorities.filter(
      ({ key, measures }) => measures.length === 0 || !steps.some(({ priority }) => priority === key),
    );
    expect(bare).toEqual([]);
  });
});

describe("South Lanarkshire's Children's Services Plan 2021-23", () => {
  it('has 7, 6 and 7 areas for action, without steps or measures, and says where these are', () => {
    const { priorities, steps, notes } = south();
    expect(perTheme(south())).toEqual([7, 6, 7]);
    expect(steps).toEqual([]);
    expect(priorities.flatMap(({ measures }) => measures)).toEqual([]);
    expect(notes?.map(({ key }) => key)).toContain('performance-framework');
  });
});

describe('our own mappings', () => {
  it.each([parenting, south])('are marked as ours, and what fits nowhere is left unmapped', (file) => {
    const mappings = file().priorities.map(({ foundation }) => foundation);
    expect(mappings.filter(({ by }) => by !== 'ours')).toEqual([]);
    expect(mappings.filter(({ primary }) => primary === null).length).toBeGreaterThan(0);
    const used = mappings.flatMap(({ primary, also = [] }) => [...(primary === null ? [] : [primary]), ...also]);
    expect(used.filter((each) => !FOUNDATIONS_AND_RIGHTS.includes(each))).toEqual([]);
  });
});
