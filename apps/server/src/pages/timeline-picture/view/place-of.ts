import { type Day, daysBetween } from '@promise/kernel';
import type { MilestoneEntry, StepEntry, When } from '@promise/timeline';
import { kindOf } from './kind-of';
import type { Place } from './view';

/** A span up to this many days is drawn as the point where it ends. */
const MONTH = 31;

export function placeOfMilestone(entry: MilestoneEntry, asAt: Day): Place | null {
  const { achieved, firstPlanned, moves, moved } = entry;
  const ticks = moves.flatMap(({ to }) => (to.end === null ? [] : [to.end]));
  const ghostUnlessAt = (at: Day): Day | null => (firstPlanned.end === at ? null : firstPlanned.end);
  if (achieved) {
    const elsewhere = moved || !isWithin(achieved.on, firstPlanned);
    return { ...point(achieved.on), ticks, ghost: elsewhere ? ghostUnlessAt(achieved.on) : null };
  }
  const found = plannedPlace(entry);
  const waiting = kindOf(entry) === 'overdue' ? asAt : null;
  return found && { ...found, ticks, ghost: moved ? ghostUnlessAt(found.at) : null, waiting };
}

/** A standard without any date goes on from when it was agreed. */
function plannedPlace({ planned, startedOn, agreed, withdrawn }: MilestoneEntry): Place | null {
  if (planned.end !== null || planned.start !== null) return spanOf(planned);
  const day = withdrawn?.on ?? startedOn ?? agreed?.on;
  return day === undefined ? null : { ...point(day), open: withdrawn === null };
}

export function placeOfStep({ planned, firstPlanned, moves, moved }: StepEntry): Place | null {
  if (!planned || (planned.start === null && planned.end === null)) return null;
  const found = spanOf(planned);
  const amended = moves.filter(({ kind }) => kind === 'amended');
  const ticks = amended.flatMap(({ to }) => (to?.end ? [to.end] : []));
  const ghost = firstPlanned?.end ?? null;
  return { ...found, ticks, ghost: moved && ghost !== found.at ? ghost : null };
}

/** The first of its days that is drawn. */
export function firstDay({ from, at, ghost, ticks }: Place): Day {
  return [from, ghost, ...ticks].reduce<Day>((first, day) => (day !== null && day < first ? day : first), at);
}

export function lastDay({ at, ghost, ticks, waiting }: Place): Day {
  return [waiting, ghost, ...ticks].reduce<Day>((last, day) => (day !== null && day > last ? day : last), at);
}

function spanOf({ start, end }: When): Place {
  const at = end ?? start;
  if (at === null) throw new TypeError('a span has a first or a last day');
  const long = start !== null && end !== null && daysBetween(start, end) >= MONTH;
  return { ...point(at), from: long || end === null ? start : null, open: end === null };
}

function point(at: Day): Place {
  return { at, from: null, open: false, ghost: null, ticks: [], waiting: null };
}

function isWithin(day: Day, { start, end }: When): boolean {
  return (start === null || start <= day) && (end === null || day <= end);
}
