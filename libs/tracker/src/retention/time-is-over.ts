import type { Day } from '@promise/kernel';
import type { LastRole } from '@promise/people';

/**
 * The people whose accounts have been kept long enough: every role of theirs has ended, and for so many months in each
 * partnership. Where a partnership has not decided on a time, they are kept.
 */
export function timeIsOver(roles: readonly LastRole[], months: ReadonlyMap<string, number>, today: Day): string[] {
  const kept = new Set(roles.filter((role) => !isOver(role, months, today)).map(({ person }) => person));
  return [...new Set(roles.map(({ person }) => person))].filter((person) => !kept.has(person));
}

function isOver({ partnership, until }: LastRole, months: ReadonlyMap<string, number>, today: Day): boolean {
  const kept = months.get(partnership);
  return until !== null && kept !== undefined && monthsAfter(until, kept) < today;
}

/** The same day of a later month, or the last one of that month. */
function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
