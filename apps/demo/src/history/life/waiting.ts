import type { Day } from '@promise/kernel';
import { BOARD } from '../calendar';
import words from '../words/approvals.json';
import { approval } from './approving';
import type { Happening, LifeOf } from './happening';

/** The 10-year milestone whose worker asks for another date, and the day on which they ask. */
const ASKED = 'worker-who-stays';
const ASKED_ON: Day = '2026-11-12';
/** Weeks later than others: so long it waits for the board. */
const DECIDED_ON: Day = '2027-02-25';

/** One move that waits for a second person over the winter of 2026. */
export function waiting(life: LifeOf): Happening[] {
  if (life.sketch.key !== ASKED) return [];
  const data = {
    ...{ timescale: 'March 2030', reason: words.asked, decidedBy: BOARD, decidedOn: '2026-10-29' },
    youngPeopleTold: { state: 'not-yet' },
  } as const;
  const asked: Happening = { name: 'ask-move', on: ASKED_ON, deed: { kind: 'revise-timescale', data } };
  const approved = approval(life, asked, { body: BOARD, date: DECIDED_ON }, 'move');
  return [asked, { ...approved, on: DECIDED_ON }];
}
