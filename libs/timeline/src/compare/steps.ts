import type { Day } from '@promise/kernel';
import type { TimelineStep } from '@promise/plans';
import { hasMoved } from '../entries';
import { statusOfStep } from '../status';
import { type Difference, type FieldChange, pairs } from './difference';
import { fieldChanges } from './fields';
import { STEP_FIELDS } from './step-fields';
import { quoted, statusInWords } from './words';

/** Plan steps as they stood on a day. */
export interface StepsOn {
  readonly day: Day;
  readonly steps: readonly TimelineStep[];
}

export function stepDifferences(before: StepsOn, after: StepsOn): Difference[] {
  return pairs(before.steps, after.steps).flatMap(({ id, before: was, after: is }): Difference[] => {
    if (was && is) return changed(was, is, before.day, after.day);
    const step = is ?? was;
    if (!step) return [];
    const change = is ? 'added' : 'gone';
    const words = step.timescale ? `, ${step.timescale.words}` : '';
    const sentence = is
      ? `A step of ${step.planTitle ?? step.planKey} is new here: ${quoted(step.title)}${words}.`
      : `The step ${quoted(step.title)} of ${step.planTitle ?? step.planKey} is no longer there.`;
    return [{ kind: 'step', id, title: step.title, change, changes: [], sentence }];
  });
}

function changed(was: TimelineStep, is: TimelineStep, from: Day, to: Day): Difference[] {
  const changes = [...statusChange(was, is, from, to), ...fieldChanges(was, is, is.title, STEP_FIELDS)];
  if (changes.length === 0) return [];
  const sentence = changes.map((change) => change.sentence).join(' ');
  return [{ kind: 'step', id: is.id, title: is.title, change: 'changed', changes, sentence }];
}

function statusChange(was: TimelineStep, is: TimelineStep, from: Day, to: Day): FieldChange[] {
  const [before, after] = [statusOfStep(was, from), statusOfStep(is, to)];
  if (before === after) return [];
  const sentence = `The step ${quoted(is.title)} was ${statusInWords(before, hasMoved(was))} and is now ${statusInWords(after, hasMoved(is))}.`;
  return [{ field: 'status', from: before, to: after, sentence }];
}
