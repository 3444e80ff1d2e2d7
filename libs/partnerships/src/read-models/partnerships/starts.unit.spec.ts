import type { PartnershipCommand } from '../../domain/partnership/commands';
import { partnershipEventOf } from '../../domain/partnership/events';
import { decision, given, importing, pack, packWithout } from '../../domain/partnership/partnership-scenario';
import { startsOn } from './starts';

const withoutStart = { type: 'ImportPartnership', pack: packWithout('promiseStart') } as const;

function startsAfter(...commands: PartnershipCommand[]): { counts: string | null; earlier: string[] } {
  const events = given(...commands).map((recorded) => {
    const { effectiveOn, recordedAt } = recorded.envelope;
    return { ...partnershipEventOf(recorded), effectiveOn, recordedAt };
  });
  const { promiseStart, earlierStarts } = startsOn('2026-03-09', events);
  return {
    counts: promiseStart?.timescale.words ?? null,
    earlier: earlierStarts.map(({ timescale }) => timescale.words),
  };
}

describe('startsOn', () => {
  it('counts no proposal that was taken back, but still shows it', () => {
    expect(startsAfter(importing(), withoutStart)).toEqual({ counts: null, earlier: ['March 2021'] });
  });

  it('counts a proposal that comes after one that was taken back', () => {
    const promiseStart = { ...pack.promiseStart, timescale: 'April 2021' } as NonNullable<typeof pack.promiseStart>;
    expect(startsAfter(importing(), withoutStart, importing({ promiseStart }))).toEqual({
      counts: 'April 2021',
      earlier: ['March 2021'],
    });
  });

  it('counts the later recorded of two decisions of one day', () => {
    const first = { ...decision, timescale: 'May 2021' };
    expect(startsAfter(importing(), first, decision)).toEqual({
      counts: 'February 2020',
      earlier: ['March 2021', 'May 2021'],
    });
  });
});
