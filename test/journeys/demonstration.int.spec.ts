import { MilestonesQuery, type MilestoneView, ReadMilestone } from '@promise/milestones';
import { PartnershipsQuery } from '@promise/partnerships';
import { CompareDays, type Comparison, ReadTimeline, type Timeline } from '@promise/timeline';
import { milestoneOf } from '../../apps/demo/src/history/act';
import { type DemoTracker, demoTracker, endOf } from '../support/demo-tracker';

const P = 'firth-and-glen';
/** The last day that is recorded; each day before it can be asked for as if it were the last. */
const LAST_DAY = '2028-11-15';
let demo: DemoTracker;

beforeAll(async () => {
  demo = await demoTracker(LAST_DAY);
}, 300_000);

afterAll(async () => {
  await demo.stop();
});

async function timelineOn(day: string): Promise<Timeline> {
  const timeline = await demo.ask(new ReadTimeline(P, { horizon: 10, lanes: 'foundation' }, endOf(day)));
  if (!timeline) throw new Error(`there is no timeline on ${day}`);
  return timeline;
}

const compare = (from: string, to: string): Promise<Comparison> => demo.ask(new CompareDays(P, from, to));
const milestonesOn = (day: string): Promise<MilestoneView[]> =>
  demo.app.get(MilestonesQuery, { strict: false }).all(P, endOf(day));

describe('the demonstration', () => {
  it('says by its first event, and on every day, that it is invented', async () => {
    const [first] = await demo.tracker.store.readAll(null, 1);
    expect(first?.type).toBe('PartnershipRegistered');
    expect(JSON.parse(Buffer.from(first?.payload ?? []).toString())).toMatchObject({ invented: true });
    for (const day of ['2020-01-01', '2021-03-31', '2024-02-29', '2026-11-21']) {
      expect((await timelineOn(day)).partnership).toMatchObject({ id: P, invented: true });
    }
    const known = await demo.app.get(PartnershipsQuery, { strict: false }).list();
    expect(known).toEqual([expect.objectContaining({ partnership: P, invented: true })]);
  });

  it.each(['2026-11-21', '2027-09-15', LAST_DAY])('has milestones in every state on %s', async (day) => {
    const { lanes, counts } = await timelineOn(day);
    const milestones = lanes.flatMap((lane) => lane.milestones);
    const states = new Set(milestones.map(({ status }) => status));
    expect([...states].sort()).toEqual([
      'achieved',
      'due-soon',
      'no-end',
      'on-plan',
      'overdue',
      'proposed',
      'withdrawn',
    ]);
    expect(milestones.length).toBe(120);
    expect(lanes.every((lane) => lane.milestones.length >= 10)).toBe(true);
    const { fiveYear, tenYear } = counts ?? {};
    for (const some of [fiveYear?.achieved, fiveYear?.moved, fiveYear?.plannedAfterMark, tenYear?.achieved]) {
      expect(some).toBeGreaterThan(0);
    }
  });

  it('has moves of every kind, and things done early, on time and late', async () => {
    const milestones = await milestonesOn('2026-11-21');
    expect(new Set(milestones.map(({ moves }) => moves.length))).toEqual(new Set([0, 1, 2, 3]));
    const told = new Set(milestones.flatMap(({ moves }) => moves.map(({ youngPeopleTold }) => youngPeopleTold.state)));
    expect([...told].sort()).toEqual(['not-needed', 'not-yet', 'told']);
    const late = milestones.flatMap(({ achieved, firstPlanned: { end } }) =>
      achieved && end !== null ? [(Date.parse(achieved.on) - Date.parse(end)) / 86_400_000] : [],
    );
    expect(late.filter((days) => days < -45).length).toBeGreaterThan(5);
    expect(late.filter((days) => days >= -45 && days <= 0).length).toBeGreaterThan(20);
    expect(late.filter((days) => days > 0).length).toBeGreaterThan(10);
    expect(milestones.filter(({ reopened }) => reopened.length > 0).length).toBe(3);
    expect(milestones.filter(({ evidence }) => evidence.some(({ file }) => file !== null)).length).toBe(8);
  });

  it('has steps of a plan in every state, one reading of the plan after another, and a start that was moved', async () => {
    const { lanes, marks, earlierMarks } = await timelineOn('2026-11-21');
    const steps = lanes.flatMap((lane) => lane.steps);
    expect([...new Set(steps.map(({ status }) => status))].sort()).toEqual([
      'achieved',
      'no-end',
      'not-done',
      'result-not-recorded',
      'withdrawn',
    ]);
    expect(steps.filter(({ moved }) => moved).length).toBe(2);
    expect(marks?.map(({ date }) => date)).toEqual(['2026-06-30', '2031-06-30']);
    expect(earlierMarks?.map(({ date }) => date)).toEqual(['2026-03-31', '2031-03-31']);
    const before = await timelineOn('2021-12-31');
    expect(before.marks?.map(({ date }) => date)).toEqual(['2026-03-31', '2031-03-31']);
    expect(before.lanes.flatMap((lane) => lane.steps).map(({ status }) => status)).toContain('part-done');
  });

  it('tells what was known on a day from what was so on it', async () => {
    const milestone = milestoneOf('rights-lessons');
    const ask = (day: string): Promise<MilestoneView | null> => demo.ask(new ReadMilestone(P, milestone, endOf(day)));
    const [withMistake] = (await compareEachDay('2021-08-01', '2022-06-30', ask)).filter(({ moves }) => moves > 0);
    expect(withMistake).toBeDefined();
    const later = await demo.ask(
      new ReadMilestone(P, milestone, { ...endOf(withMistake?.day ?? ''), knownAt: endOf(LAST_DAY).knownAt }),
    );
    expect(later?.moves).toEqual([]);
  });

  it('can be looked at on any day, and two days can be compared in sentences', async () => {
    const days = ['2021-04-30', '2022-04-30', '2023-04-30', '2024-04-30', '2025-04-30', '2026-04-30'];
    const seen = await Promise.all(days.map(async (day) => (await timelineOn(day)).recordNumber));
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    const { sentences } = await compare('2025-04-30', '2026-04-30');
    expect(sentences.length).toBeGreaterThan(50);
    expect(sentences.join('\n')).toMatch(/is now done\. What changed because of it: /);
    expect(sentences.join('\n')).toMatch(/The date of “.*” went from .* to .*\. Why: /);
  });
});

async function compareEachDay(
  from: string,
  to: string,
  ask: (day: string) => Promise<MilestoneView | null>,
): Promise<{ day: string; moves: number }[]> {
  const found: { day: string; moves: number }[] = [];
  for (let day = from; day <= to; day = new Date(Date.parse(day) + 3 * 86_400_000).toISOString().slice(0, 10)) {
    found.push({ day, moves: (await ask(day))?.moves.length ?? 0 });
  }
  return found;
}
