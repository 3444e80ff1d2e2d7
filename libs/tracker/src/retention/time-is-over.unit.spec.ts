import type { LastRole } from '@promise/people';
import { timeIsOver } from './time-is-over';

const months = new Map([
  ['north', 12],
  ['south', 1],
]);
const role = (person: string, partnership: string, until: string | null): LastRole => ({ person, partnership, until });

describe('whose account has been kept long enough', () => {
  it.each([
    ['the last role ended longer ago than is decided', [role('a', 'north', '2025-03-30')], ['a']],
    ['it ended exactly so long ago', [role('a', 'north', '2025-03-31')], []],
    ['a role has no end', [role('a', 'north', null)], []],
    ['a role is still to end', [role('a', 'north', '2027-01-01')], []],
    [
      'another partnership keeps it for longer',
      [role('a', 'south', '2025-12-01'), role('a', 'north', '2025-12-01')],
      [],
    ],
    ['every partnership’s time is over', [role('a', 'south', '2025-12-01'), role('a', 'north', '2025-01-01')], ['a']],
    ['a partnership has decided nothing', [role('a', 'elsewhere', '2001-01-01')], []],
    ['of two people one is kept', [role('a', 'south', '2026-02-27'), role('b', 'south', '2026-03-10')], ['a']],
    ['nobody ever had a role', [], []],
  ])('%s', (_what, roles, over) => {
    expect(timeIsOver(roles, months, '2026-03-31')).toEqual(over);
  });

  it('counts from the end of a month to the end of a shorter one', () => {
    const roles = [role('a', 'south', '2026-01-31')];
    expect(timeIsOver(roles, months, '2026-02-28')).toEqual([]);
    expect(timeIsOver(roles, months, '2026-03-01')).toEqual(['a']);
  });
});
