import { textOf } from '@promise/kernel';
import { subjectIn } from './describe';
import { type Change, differenceBetween, type Kept } from './difference';
import { type FieldChange, inWords } from './differing-fields';
import { lineId } from './ids';
import type { PlanFile } from './plan-file';
import { readingOf } from './reading';
import type { PlanState } from './state';

/** One thing that an import changes, or would change. */
export interface PlanChange {
  readonly change: 'stated' | 'restated' | 'retracted';
  readonly subject: 'plan' | 'priority' | 'step';
  /** `<planKey>` or `<planKey>.<key>`. */
  readonly id: string;
  /** Empty unless `restated`. */
  readonly fields: readonly FieldChange[];
  readonly sentence: string;
}

/** A line that stays as it is although the document says otherwise now, with the reason. */
export interface KeptLine {
  readonly subject: 'priority' | 'step';
  readonly id: string;
  readonly reason: string;
}

/** The difference between a file and what was last imported. */
export interface PlanDifference {
  readonly changes: readonly PlanChange[];
  readonly kept: readonly KeptLine[];
}

/**
 * What importing the file would change, without writing anything.
 * @throws Refusal when the file could not be imported
 */
export function previewImport(state: PlanState, file: PlanFile): PlanDifference {
  const { changes, kept } = differenceBetween(state, readingOf(file, state));
  return {
    changes: changes.map((change) => planChange(file.key, change)),
    kept: kept.map((line) => ({ subject: line.subject, id: lineId(file.key, line.key), reason: reasonFor(line) })),
  };
}

function planChange(planKey: string, { event, fields }: Change): PlanChange {
  const { kind: subject, key } = subjectIn(event);
  const title = 'title' in event.payload ? textOf(event.payload.title) : key;
  const change = event.type.endsWith('Retracted')
    ? 'retracted'
    : event.type.endsWith('Restated')
      ? 'restated'
      : 'stated';
  const sentence = {
    stated: `The ${subject} “${title}” is new.`,
    restated: `The ${subject} “${title}” changes: ${inWords(fields)}.`,
    retracted: `The ${subject} “${title}” is no longer in the file and is taken back.`,
  }[change];
  return { change, subject, id: subject === 'plan' ? planKey : lineId(planKey, key), fields, sentence };
}

function reasonFor({ line, why, document }: Kept): string {
  const title = `“${textOf(line.title)}”`;
  if (why === 'step-kept') return `The priority ${title} is no longer in the file, but a step below it is kept.`;
  const said = document === 'line-gone' ? 'is no longer in the file' : 'has another timescale in the file';
  return `The step ${title} ${said}, but a person has recorded what came of it.`;
}
