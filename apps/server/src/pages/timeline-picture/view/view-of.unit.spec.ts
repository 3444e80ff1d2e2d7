import type { Lane, MilestoneEntry, StepEntry, Timeline, When } from '@promise/timeline';
import type { ItemView } from './view';
import { viewOf } from './view-of';

const AS_AT = '2026-11-22';

function month(words: string, start: string, end: string): When {
  return { words, start, end };
}

const MARCH_2025 = month('March 2025', '2025-03-01', '2025-03-31');
const JUNE_2026 = month('by June 2026', '2026-06-01', '2026-06-30');
const MARCH_2027 = month('March 2027', '2027-03-01', '2027-03-31');

function milestone(fields: Partial<MilestoneEntry> = {}): MilestoneEntry {
  return {
    ...{
      id: 'm-1',
      title: 'One worker who stays',
      foundation: 'care',
      alsoServes: [],
      horizon: '5-year',
      parent: null,
    },
    ...{ priorities: [], leads: [], status: 'on-plan', moved: false, agreed: { body: 'CSP Board', on: '2021-05-01' } },
    ...{ startedOn: null, firstPlanned: MARCH_2027, planned: MARCH_2027, achieved: null, withdrawn: null, moves: [] },
    evidence: 0,
    ...fields,
  };
}

function movedFrom(firstPlanned: When, planned: When, fields: Partial<MilestoneEntry> = {}): MilestoneEntry {
  const move = {
    ...{ event: 'e', from: firstPlanned, to: planned, reason: 'Training began late.', decidedBy: 'CSP Board' },
    ...{ decidedOn: '2025-01-01', effectiveOn: '2025-01-01', recordedAt: '2025-01-01T00:00:00.000Z' },
    youngPeopleTold: { state: 'not-yet', when: null, how: null } as const,
  };
  return milestone({ firstPlanned, planned, moved: true, moves: [move], ...fields });
}

function step(fields: Partial<StepEntry> = {}): StepEntry {
  return {
    ...{
      id: 'plan.one',
      plan: { id: 'plan', title: 'Plan 2019-22' },
      theme: null,
      priority: 'plan.p',
      priorityTitle: null,
      leads: [],
    },
    ...{ title: 'Review pathway planning', status: 'result-not-recorded', moved: false, moves: [], result: null },
    ...{ firstPlanned: MARCH_2025, planned: MARCH_2025, foundation: null, reading: null, beforeStart: false },
    citation: { document: 'Plan', place: 'row 1' },
    ...fields,
  };
}

function timeline(milestones: MilestoneEntry[], steps: StepEntry[] = []): Timeline {
  const counts = { total: milestones.length, achieved: 0 } as Lane['counts'];
  return {
    partnership: { id: 'north-lanarkshire', name: 'North Lanarkshire', invented: false },
    ...{ horizon: 10, lanesBy: 'foundation', asAt: AS_AT, knownAt: `${AS_AT}T09:00:00.000Z`, message: '', start: null },
    ...{ recordedSince: null, recordNumber: 1 },
    lanes: [{ key: 'care', title: 'Care', counts, milestones, steps }],
  };
}

function itemOf(entry: MilestoneEntry): ItemView {
  const [item] = viewOf(timeline([entry])).main.lanes[0]?.items ?? [];
  if (!item) throw new Error('there is an item');
  return item;
}

function noneCounted(whole: Timeline): Timeline {
  return { ...whole, lanes: whole.lanes.map((lane) => ({ ...lane, counts: { ...lane.counts, total: 0 } })) };
}

describe('a milestone', () => {
  it('that was done late says by how much, from the day it was first planned for', () => {
    const done = { status: 'achieved', achieved: { on: '2026-01-10', differenceMade: 'Fewer moves.' } } as const;
    const item = itemOf(movedFrom(MARCH_2025, JUNE_2026, done));
    expect(item).toMatchObject({ kind: 'done', note: '9 months late', now: '10 January 2026' });
    expect(item.sentence).toBe(
      'Done on 10 January 2026. First planned for March 2025, so 9 months late. The date moved once.',
    );
    expect(item.place).toMatchObject({ at: '2026-01-10', ghost: '2025-03-31', ticks: ['2026-06-30'], from: null });
  });

  it('that was done within its month was on time', () => {
    const done = { status: 'achieved', achieved: { on: '2025-03-02', differenceMade: '' } } as const;
    const item = itemOf(milestone({ firstPlanned: MARCH_2025, planned: MARCH_2025, ...done }));
    expect(item).toMatchObject({ note: '', place: { ghost: null } });
    expect(item.sentence).toContain('so on time');
  });

  it('whose date moved says how far', () => {
    const item = itemOf(movedFrom(JUNE_2026, MARCH_2027));
    expect(item).toMatchObject({ kind: 'moved', status: 'Date moved', note: 'moved 9 months later' });
    expect(item.place).toMatchObject({ at: '2027-03-31', ghost: '2026-06-30', ticks: ['2027-03-31'] });
  });

  it('that moved and is overdue all the same is overdue', () => {
    const item = itemOf(movedFrom(MARCH_2025, JUNE_2026, { status: 'overdue' }));
    expect(item).toMatchObject({ kind: 'overdue', note: '4 months overdue', place: { waiting: AS_AT } });
    expect(item.sentence).toBe(
      'Overdue. It was due in June 2026, 4 months ago. The date moved once: first it was March 2025.',
    );
  });

  it('for a year is a bar over its span', () => {
    const year = month('2029', '2029-01-01', '2029-12-31');
    expect(itemOf(milestone({ planned: year, firstPlanned: year })).place).toMatchObject({
      ...{ from: '2029-01-01', at: '2029-12-31', open: false },
    });
  });

  it('without an end stands where it begins', () => {
    const open = { words: 'April 2024 onwards', start: '2024-04-01', end: null };
    expect(itemOf(milestone({ planned: open, firstPlanned: open, status: 'no-end' }))).toMatchObject({
      ...{ kind: 'no-end', place: { from: '2024-04-01', at: '2024-04-01', open: true } },
    });
  });

  it('that is only proposed is never late', () => {
    const item = itemOf(milestone({ status: 'proposed', planned: MARCH_2025, firstPlanned: MARCH_2025, agreed: null }));
    expect(item).toMatchObject({ status: 'Proposed', note: 'proposed', place: { waiting: null } });
    expect(item.sentence).toContain('nobody is late for a date that was not agreed');
  });
});

describe('the view', () => {
  it('leads to the milestone, and to the step on the page of its plan, with the day that was asked for', () => {
    const view = viewOf(timeline([milestone()], [step()]), { query: '?asAt=2024-05-05' });
    expect(view.main.lanes[0]?.items.map(({ href }) => href)).toEqual([
      '/p/north-lanarkshire/milestones/m-1?asAt=2024-05-05',
      '/p/north-lanarkshire/plans/plan?asAt=2024-05-05#step-plan_one',
    ]);
  });

  it('does not count steps', () => {
    expect(viewOf(timeline([milestone()], [step()])).chips).toEqual([{ kind: 'on-plan', count: 1, words: 'on plan' }]);
  });

  it('says what a step is a step to, where the plan says it', () => {
    const wordsOf = (fields: Partial<StepEntry>): string | undefined =>
      viewOf(timeline([], [step(fields)])).main.lanes[0]?.items[0]?.what;
    expect(wordsOf({ priorityTitle: 'Be heard' })).toBe('Step of a plan, to: “Be heard” (Plan 2019-22)');
    expect(wordsOf({})).toBe('Step of a plan: Plan 2019-22');
  });

  it('says why a lane counts nothing', () => {
    const said = (milestones: MilestoneEntry[]): string | undefined =>
      viewOf(noneCounted(timeline(milestones))).main.lanes[0]?.done;
    const withdrawn = { on: AS_AT } as MilestoneEntry['withdrawn'];
    const stopped = milestone({ status: 'withdrawn', withdrawn });
    expect(said([])).toBe('No milestone yet');
    expect(said([milestone({ status: 'proposed' }), stopped])).toBe('None agreed yet');
    expect(said([stopped])).toBe('All stopped');
  });

  it('folds away what ended before the work began', () => {
    const view = viewOf(timeline([], [step({ beforeStart: true }), step({ id: 'plan.two' })]));
    expect(view.before?.lanes[0]?.items.map(({ key }) => key)).toEqual(['plan.one']);
    expect(view.main.lanes[0]?.items.map(({ key }) => key)).toEqual(['plan.two']);
  });

  it('calls only the day it is today', () => {
    expect(viewOf(timeline([]), { today: AS_AT }).today.label).toBe('Today · 22 November 2026');
    expect(viewOf(timeline([]), { today: '2026-11-23' }).today.label).toBe('22 November 2026');
  });

  it('keeps a step without a date for the table', () => {
    const view = viewOf(timeline([], [step({ planned: null, firstPlanned: null, status: 'no-end' })]));
    expect(view.main.lanes[0]?.items[0]).toMatchObject({ place: null, sentence: 'The plan gives no date.' });
  });
});
