import type { MilestoneEntry, Timeline } from '@promise/timeline';
import { listed } from '../frame/messages';
import { messageWords } from './words';

/** How the milestones of one horizon stand; each is counted once. */
export interface Standing {
  readonly horizon: MilestoneEntry['horizon'];
  readonly total: number;
  readonly done: number;
  readonly overdue: number;
  /** Neither done nor overdue, and with another date than first planned. */
  readonly moved: number;
  /** Neither of these: on plan, due soon or without an end. */
  readonly ahead: number;
  readonly proposed: number;
}

export function standingOf(milestones: readonly MilestoneEntry[], horizon: MilestoneEntry['horizon']): Standing {
  const own = milestones.filter((each) => each.horizon === horizon);
  const proposed = own.filter(({ status }) => status === 'proposed').length;
  const said = own.filter(({ status }) => status !== 'proposed' && status !== 'withdrawn');
  const done = said.filter(({ status }) => status === 'achieved').length;
  const overdue = said.filter(({ status }) => status === 'overdue').length;
  const open = said.filter(({ status }) => status !== 'achieved' && status !== 'overdue');
  const moved = open.filter((each) => each.moved).length;
  return { horizon, total: said.length, done, overdue, moved, ahead: open.length - moved, proposed };
}

/**
 * The message in words: a sentence or two for the first 5 years, for all 10, and for the steps on the way. A mark that
 * nothing is said for is named too: silence would read as if nothing had been promised for it.
 */
export function messageOf(timeline: Timeline): readonly string[] {
  const milestones = timeline.lanes.flatMap((lane) => lane.milestones);
  if (milestones.length === 0) return [timeline.message];
  const asked = timeline.horizon === 5 ? (['5-year', 'interim'] as const) : (['5-year', '10-year', 'interim'] as const);
  const said = asked.map((horizon) => sentences(standingOf(milestones, horizon))).filter((each) => each !== '');
  return said.length > 0 ? said : [timeline.message];
}

function sentences(standing: Standing): string {
  const words = messageWords();
  const { total, done, proposed, horizon } = standing;
  if (total === 0) return proposed === 0 ? words.none[horizon] : words.proposedOnly[horizon](proposed);
  if (total === 1) return words.one[horizon](howOne(standing));
  const opening = words.done[horizon](done, total);
  if (done === total) return opening;
  const left = parts(standing);
  return `${opening} ${left.length === 1 ? '' : `${words.notDone(total - done)} `}${listed(left)}.`;
}

function howOne({ done, overdue, moved }: Standing): string {
  const { how } = messageWords();
  if (done === 1) return how.done;
  if (overdue === 1) return how.overdue;
  return moved === 1 ? how.moved : how.ahead;
}

function parts({ overdue, moved, ahead }: Standing): string[] {
  const words = messageWords();
  return [
    ...(overdue > 0 ? [words.overdue(overdue)] : []),
    ...(moved > 0 ? [words.moved(moved)] : []),
    ...(ahead > 0 ? [words.ahead(ahead)] : []),
  ];
}
