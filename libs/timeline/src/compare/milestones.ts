import type { Day } from '@promise/kernel';
import type { MilestoneView } from '@promise/milestones';
import { statusOfMilestone } from '../status';
import { type Difference, type FieldChange, pairs } from './difference';
import { fieldChanges } from './fields';
import { MILESTONE_FIELDS } from './milestone-fields';
import { asSentence, quoted, statusInWords } from './words';

/** Milestones as they stood on a day. */
export interface MilestonesOn {
  readonly day: Day;
  readonly milestones: readonly MilestoneView[];
}

export function milestoneDifferences(before: MilestonesOn, after: MilestonesOn): Difference[] {
  return pairs(before.milestones, after.milestones).flatMap(({ id, before: was, after: is }): Difference[] => {
    if (was && is) return changed(was, is, before.day, after.day);
    if (is)
      return [{ kind: 'milestone', id, title: is.title, change: 'added', changes: [], sentence: added(is, after.day) }];
    const title = was?.title ?? id;
    const sentence = `${quoted(title)} is no longer there: what was recorded about it was corrected.`;
    return [{ kind: 'milestone', id, title, change: 'gone', changes: [], sentence }];
  });
}

function added(view: MilestoneView, day: Day): string {
  const status = standing(view, day);
  const kind = view.horizon === 'interim' ? 'a step towards a milestone' : `a ${view.horizon} milestone`;
  return `${quoted(view.title)} is new: ${kind} planned for ${view.planned.words}, ${status}.`;
}

function changed(was: MilestoneView, is: MilestoneView, from: Day, to: Day): Difference[] {
  const changes = [...statusChange(was, is, from, to), ...fieldChanges(was, is, is.title, MILESTONE_FIELDS)];
  if (changes.length === 0) return [];
  const sentence = changes.map((change) => change.sentence).join(' ');
  return [{ kind: 'milestone', id: is.id, title: is.title, change: 'changed', changes, sentence }];
}

function statusChange(was: MilestoneView, is: MilestoneView, from: Day, to: Day): FieldChange[] {
  const [before, after] = [statusOfMilestone(was, from), statusOfMilestone(is, to)];
  if (before === after) return [];
  const difference =
    is.achieved && after === 'achieved' ? ` What changed because of it: ${asSentence(is.achieved.differenceMade)}` : '';
  const reason = is.withdrawn && after === 'withdrawn' ? ` The reason: ${asSentence(is.withdrawn.reason)}` : '';
  const sentence = `${quoted(is.title)} was ${standing(was, from)} and is now ${standing(is, to)}.${difference}${reason}`;
  return [{ field: 'status', from: before, to: after, sentence }];
}

function standing(view: MilestoneView, day: Day): string {
  return statusInWords(statusOfMilestone(view, day), view.moves.length > 0);
}
