import { addDays, type Day } from '@promise/kernel';
import { eventOf } from '../act';
import { APPROVER } from '../staff';
import words from '../words/approvals.json';
import type { Happening, LifeOf } from './happening';

/** Days between a proposal and its approval. */
const CLERK_TAKES = 3;

interface Decided {
  readonly body: string;
  readonly date: Day;
}

/** The clerk of the board approves what a worker proposed, some days after it was recorded. */
export function approval(
  { sketch }: LifeOf,
  proposed: Happening,
  { body, date }: Decided,
  why: keyof typeof words,
): Happening {
  const data = { proposal: eventOf(`${sketch.key}/${proposed.name}`), body, date, reason: words[why] };
  const on = addDays(proposed.on, (proposed.how?.lag ?? 0) + CLERK_TAKES);
  return { name: `approve-${proposed.name}`, on, deed: { kind: 'approve', data }, how: { actor: APPROVER } };
}
