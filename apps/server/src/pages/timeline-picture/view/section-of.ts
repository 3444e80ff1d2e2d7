import { type Day } from '@promise/kernel';
import type { Lane, StepEntry } from '@promise/timeline';
import { laneWords } from '../words';
import type { Around } from './around';
import { itemOfMilestone, itemOfStep } from './item-of';
import { firstDay, lastDay } from './place-of';
import type { ItemView, LaneView, Section, Upright } from './view';

interface Frame {
  readonly key: Section['key'];
  /** Days that the axis shows besides those of the items. */
  readonly days: readonly Day[];
  readonly uprights: readonly Upright[];
  readonly tint: Section['tint'];
}

export function sectionOf(lanes: readonly LaneView[], { key, days, uprights, tint }: Frame): Section {
  const places = lanes.flatMap(({ items }) => items).flatMap(({ place }) => (place ? [place] : []));
  const all = [...places.flatMap((place) => [firstDay(place), lastDay(place)]), ...days].sort();
  const [start, end] = [all[0], all.at(-1)];
  return { key, lanes, axis: start === undefined || end === undefined ? null : { start, end }, uprights, tint };
}

/** A lane with all its milestones and those of its steps that are wanted. */
export function laneOf(lane: Lane, wanted: (step: StepEntry) => boolean, around: Around): LaneView {
  const words = laneWords();
  return {
    key: lane.key,
    title: lane.title,
    line: words.lines[lane.key] ?? '',
    done: howMuchIsDone(lane),
    items: [
      ...inOrder(lane.milestones.map((each) => itemOfMilestone(each, around))),
      ...inOrder(lane.steps.filter(wanted).map((each) => itemOfStep(each, around))),
    ],
  };
}

function howMuchIsDone({ counts: { total, achieved }, milestones }: Lane): string {
  const words = laneWords();
  if (total > 0) return words.done(achieved, total);
  if (milestones.length === 0) return words.noMilestones;
  return milestones.some(({ status }) => status === 'proposed') ? words.noneAgreed : words.allStopped;
}

/** By the first day that is drawn; what has no day comes last. */
function inOrder(items: readonly ItemView[]): ItemView[] {
  const keyed = items.map((item) => ({ item, day: item.place ? firstDay(item.place) : '9999' }));
  return keyed.sort((a, b) => compare(a.day, b.day) || compare(a.item.key, b.item.key)).map(({ item }) => item);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
