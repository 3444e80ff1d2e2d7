import type { MilestoneEntry, Timeline } from '@promise/timeline';
import { messageOf } from './message';

type Facts = Pick<MilestoneEntry, 'horizon' | 'status' | 'moved'>;

const some = (count: number, facts: Facts): Facts[] => Array.from({ length: count }, () => facts);

/** The message reads no more of a timeline than this. */
const timeline = (milestones: readonly Facts[], horizon: 5 | 10 = 10): Timeline =>
  ({ message: 'None is recorded yet.', horizon, lanes: [{ milestones }] }) as unknown as Timeline;

const five = { horizon: '5-year', moved: false } as const;

describe('the message in words', () => {
  it('counts each milestone once, overdue before moved', () => {
    const milestones = [
      ...some(18, { ...five, status: 'achieved', moved: true }),
      ...some(4, { ...five, status: 'overdue', moved: true }),
      ...some(3, { ...five, status: 'on-plan', moved: true }),
      ...some(1, { ...five, status: 'no-end' }),
      ...some(5, { ...five, status: 'withdrawn' }),
      ...some(2, { ...five, status: 'proposed' }),
    ];
    expect(messageOf(timeline(milestones))).toEqual([
      '18 of the 26 things we said we would do in the first 5 years are done. ' +
        '8 are not: 4 are overdue, 3 have a new date and 1 is still to come.',
      'Nothing is put forward or agreed yet for the whole 10 years.',
    ]);
  });

  it('speaks of the 10 years and of steps on the way apart', () => {
    const milestones = [
      ...some(1, { ...five, status: 'achieved' }),
      ...some(1, { ...five, horizon: '10-year', status: 'due-soon' }),
      ...some(2, { ...five, horizon: 'interim', status: 'achieved' }),
    ];
    expect(messageOf(timeline(milestones))).toEqual([
      'The one thing we said we would do in the first 5 years is done.',
      'The one thing that takes the whole 10 years is still to come.',
      'Of the 2 steps on the way to them, 2 are done.',
    ]);
  });

  it('says one thing only where all that is left stands alike', () => {
    const tenYear = { ...five, horizon: '10-year' } as const;
    const milestones = [...some(3, { ...tenYear, status: 'on-plan' }), ...some(2, { ...five, status: 'overdue' })];
    expect(messageOf(timeline(milestones))).toEqual([
      'None of the 2 things we said we would do in the first 5 years is done. 2 are overdue.',
      'Of the 3 things that take the whole 10 years, none is done. 3 are still to come.',
    ]);
  });

  it('says so where nothing is agreed yet, or nothing recorded', () => {
    expect(messageOf(timeline(some(2, { ...five, status: 'proposed' })))).toEqual([
      'Nothing is agreed yet for the first 5 years. 2 milestones are proposed.',
      'Nothing is put forward or agreed yet for the whole 10 years.',
    ]);
    expect(messageOf(timeline([]))).toEqual(['None is recorded yet.']);
  });

  it('names the mark that nothing is said for, of those that were asked about', () => {
    const [stopped, tenYear] = [some(1, { ...five, status: 'withdrawn' }), { ...five, horizon: '10-year' } as const];
    const none = 'Nothing is put forward or agreed yet for the first 5 years.';
    expect(messageOf(timeline([...stopped, ...some(1, { ...tenYear, status: 'on-plan' })]))).toEqual([
      none,
      'The one thing that takes the whole 10 years is still to come.',
    ]);
    expect(messageOf(timeline(stopped, 5))).toEqual([none]);
  });
});
