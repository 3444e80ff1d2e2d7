import type { MilestoneEntry, Timeline } from '@promise/timeline';
import { listed } from '../frame/messages';
import { messageWords } from './words';

/** How the milestones of the first 5 or 10 years stand; each is counted once. */
export interface Standing {
  readonly years: 5 | 10;
  readonly total: number;
  readonly done: number;
  readonly overdue: number;
  /** Neither done nor overdue, and with another date than first planned. */
  readonly moved: number;
  /** Neither of these: on plan, due soon or without an end. */
  readonly ahead: number;
  readonly proposed: number;
}

export function standingOf(milestones: readonly MilestoneEntry[], years: 5 | 10): Standing {
  const own = milestones.filter(({ horizon }) => horizon === `${years}-year`);
  const proposed = own.filter(({ status }) => status === 'proposed').length;
  const said = own.filter(({ status }) => status !== 'proposed' && status !== 'withdrawn');
  const done = said.filter(({ status }) => status === 'achieved').length;
  const overdue = said.filter(({ status }) => status === 'overdue').length;
  const open = said.filter(({ status }) => status !== 'achieved' && status !== 'overdue');
  const moved = open.filter((each) => each.moved).length;
  return { years, total: said.length, done, overdue, moved, ahead: open.length - moved, proposed };
}

/** The message in words: one sentence or two for the first 5 years, and for the first 10. */
export function messageOf(timeline: Timeline): readonly string[] {
  const milestones = timeline.lanes.flatMap((lane) => lane.milestones);
  if (milestones.length === 0) return [timeline.message];
  const said = ([5, 10] as const)
    .map((years) => sentences(standingOf(milestones, years)))
    .filter((each) => each !== '');
  return said.length > 0 ? said : [timeline.message];
}

function sentences(standing: Standing): string {
  const words = messageWords();
  const { total, done, proposed, years } = standing;
  if (total === 0) return proposed === 0 ? '' : words.proposedOnly(years, proposed);
  const opening = words.done(done, total, years);
  return done === total ? opening : `${opening} ${words.notDone(total - done)} ${parts(standing)}.`;
}

function parts({ overdue, moved, ahead }: Standing): string {
  const words = messageWords();
  return listed([
    ...(overdue > 0 ? [words.overdue(overdue)] : []),
    ...(moved > 0 ? [words.moved(moved)] : []),
    ...(ahead > 0 ? [words.ahead(ahead)] : []),
  ]);
}
