import { addDays, type Day, parseTimescale } from '@promise/kernel';
import { BOARD, CHAMPIONS, GROUP, meetingFrom, workingDay } from './calendar';
import type { Chance } from './chance';
import type { Sketch } from './sketch';

/** A decision to move the date. */
export interface PlannedMove {
  readonly words: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedOn: Day;
}

/** The days on which things happen to a milestone, before anybody has recorded anything. */
export interface Days {
  readonly proposed: Day;
  readonly agreed: { readonly body: string; readonly on: Day } | null;
  readonly started: Day | null;
  readonly moves: readonly PlannedMove[];
  /** When it is achieved (the first time) or withdrawn; null when it never is. */
  readonly closed: Day | null;
  readonly reopened: Day | null;
  readonly achievedAgain: Day | null;
  /** The end that was planned as things stood on a day; null where there is none. */
  endKnownOn(day: Day): Day | null;
}

export function daysOf(sketch: Sketch, chance: Chance): Days {
  // What leads up to a milestone is proposed after it, though it may be in the same month.
  const dayOfMonth = sketch.horizon === 'interim' ? chance.between(19, 25) : chance.between(0, 14);
  const proposed = workingDay(addDays(`${sketch.proposed}-01`, dayOfMonth));
  const body = bodyFor(sketch, proposed, chance);
  const agreed = sketch.fate === 'proposed' ? null : { body, on: meetingFrom(body, addDays(proposed, 8)) };
  const started = agreed && workingDay(addDays(agreed.on, chance.between(8, 60)));
  const moves = started ? movesOf(sketch, started, chance) : [];
  const ends = endingDays(sketch, moves, started ?? proposed, chance);
  const endKnownOn = (day: Day): Day | null =>
    endOf(moves.findLast(({ decidedOn }) => decidedOn <= day)?.words ?? sketch.due);
  return { proposed, agreed, started, moves, ...ends, endKnownOn };
}

function endingDays(
  sketch: Sketch,
  moves: readonly PlannedMove[],
  began: Day,
  chance: Chance,
): Pick<Days, 'closed' | 'reopened' | 'achievedAgain'> {
  const lastMove = moves.at(-1);
  const earliest = addDays(lastMove?.decidedOn ?? began, 20);
  const closed = closingDay(sketch, endOf(lastMove?.words ?? sketch.due), earliest, chance);
  if (closed === null || !sketch.fate.startsWith('reopened')) return { closed, reopened: null, achievedAgain: null };
  const reopened = workingDay(addDays(closed, chance.between(120, 200)));
  const again = sketch.fate === 'reopened-done';
  return { closed, reopened, achievedAgain: again ? workingDay(addDays(reopened, chance.between(200, 300))) : null };
}

/** The last day that the words mean; null for an open end. */
export function endOf(words: string): Day | null {
  const parsed = parseTimescale(words);
  if (!parsed.ok) throw new RangeError(`${words}: ${parsed.reason}`);
  return parsed.timescale.end;
}

function bodyFor({ horizon, foundation }: Sketch, day: Day, chance: Chance): string {
  if (foundation === 'voice' && day > '2021-09-01' && chance.percent(40)) return CHAMPIONS;
  return horizon === 'interim' ? GROUP : BOARD;
}

/** Most dates are moved some weeks before they come, some only when they have passed. */
function movesOf(sketch: Sketch, started: Day, chance: Chance): PlannedMove[] {
  const moves: PlannedMove[] = [];
  let end = endOf(sketch.due);
  let earliest = addDays(started, 30);
  for (const { to, why } of sketch.moves ?? []) {
    const asked = addDays(end ?? earliest, chance.percent(25) ? chance.between(5, 30) : -chance.between(40, 110));
    const decidedBy = sketch.horizon === 'interim' || chance.percent(25) ? GROUP : BOARD;
    const decidedOn = meetingFrom(decidedBy, asked < earliest ? earliest : asked);
    moves.push({ words: to, reason: why, decidedBy, decidedOn });
    end = endOf(to);
    earliest = addDays(decidedOn, 30);
  }
  return moves;
}

function closingDay({ fate }: Sketch, end: Day | null, earliest: Day, chance: Chance): Day | null {
  if (end === null) return null;
  const day = closingBy(fate, end, chance);
  if (day === null) return null;
  const settled = workingDay(day < earliest ? earliest : day);
  return fate === 'withdrawn' ? meetingFrom(BOARD, settled) : settled;
}

function closingBy(fate: Sketch['fate'], end: Day, chance: Chance): Day | null {
  switch (fate) {
    case 'early':
      return addDays(end, -chance.between(50, 140));
    case 'on-time':
    case 'reopened':
    case 'reopened-done':
      // Early enough that a weekend, or Christmas, does not make it late.
      return addDays(end, -chance.between(10, 28));
    case 'late':
      return addDays(end, chance.between(40, 190));
    case 'withdrawn':
      return addDays(end, -chance.between(60, 150));
    case 'never':
    case 'open':
    case 'proposed':
      return null;
  }
}
