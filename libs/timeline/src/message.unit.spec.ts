import type { CountsAgainstMark } from './counts';
import { messageOf } from './message';

const counts: CountsAgainstMark = {
  mark: { years: 5, date: '2026-03-31', words: 'March 2026' },
  total: 3,
  achieved: 1,
  onPlan: 2,
  dueSoon: 0,
  overdue: 0,
  noEnd: 0,
  moved: 0,
  proposed: 0,
  withdrawn: 0,
  achievedByMark: 1,
  plannedAfterMark: 0,
};

const said = (changed: Partial<CountsAgainstMark> | null, recorded = 3): string =>
  messageOf({
    partnershipName: 'North Lanarkshire',
    milestonesPromised: 'It said it would name milestones',
    recorded,
    counts: changed && { ...counts, ...changed },
  });

describe('the message of the timeline', () => {
  it('says what was promised while none is recorded', () => {
    expect(said(null, 0)).toBe('It said it would name milestones; none is recorded yet.');
  });

  it('says that nothing can be counted while no start is set', () => {
    expect(said(null)).toContain('has not set the start of its Promise work');
  });

  it('counts what is done, and says what holds up the rest', () => {
    expect(said({})).toBe('1 of the 3 things we said we would do in the first 5 years is done. 2 are not.');
    expect(said({ achieved: 0, overdue: 2, moved: 1 })).toBe(
      '0 of the 3 things we said we would do in the first 5 years are done. 3 are not: 2 overdue, 1 with a date that moved.',
    );
  });

  it('does not count to one', () => {
    const one = { total: 1, onPlan: 0 };
    expect(said({ ...one, achieved: 1 })).toBe('The one thing we said we would do in the first 5 years is done.');
    expect(said({ ...one, achieved: 0 })).toBe(
      'The one thing we said we would do in the first 5 years is not done yet.',
    );
    expect(said({ ...one, achieved: 0, overdue: 1, moved: 1 })).toBe(
      'The one thing we said we would do in the first 5 years is not done: it is overdue, its date moved.',
    );
  });

  it('says what is proposed while nothing is agreed', () => {
    expect(said({ total: 0, achieved: 0, proposed: 2 })).toBe(
      'No 5-year milestone is agreed yet. 2 milestones are proposed.',
    );
  });
});
