import type { Day } from '@promise/kernel';
import { type FieldChange, differingFields } from './differing-fields';
import type { PlanEvent, PlanHead, PriorityLine, StepLine } from './events';
import type { LastRead, PlanState } from './state';

/** A plan's document as it was read now: lines with their keys, in the document's order. */
export interface PlanReading {
  readonly head: Reading<PlanHead>;
  readonly priorities: readonly Reading<PriorityLine>[];
  readonly steps: readonly Reading<StepLine>[];
}

export interface Reading<Line> {
  readonly line: Line;
  readonly inForceFrom: Day;
}

/** One thing that an import changes, with the event that says so. */
export interface Change {
  readonly event: PlanEvent;
  readonly fields: readonly FieldChange[];
}

/** A line that stays as it is although the document says otherwise now. */
export interface Kept {
  readonly subject: 'priority' | 'step';
  readonly key: string;
  readonly line: PriorityLine | StepLine;
  readonly why: 'result-recorded' | 'step-kept';
  /** What the document does to it: the line is gone from it, or gives another timescale. */
  readonly document: 'line-gone' | 'timescale-changed';
}

export interface Difference {
  readonly changes: readonly Change[];
  readonly kept: readonly Kept[];
}

/** What the new reading changes, and what it may not change because a person recorded something there. */
export function differenceBetween(state: PlanState, reading: PlanReading): Difference {
  const steps = stepsDifference(state, reading);
  const priorities = prioritiesDifference(state, reading, steps.kept);
  return {
    changes: [...headChange(state, reading.head), ...priorities.changes, ...steps.changes],
    kept: [...priorities.kept, ...steps.kept],
  };
}

function headChange(state: PlanState, head: Reading<PlanHead>): Change[] {
  if (!state.head) return [{ event: eventOf('PlanPublished', head), fields: [] }];
  const fields = lineFields(state.head, head);
  return fields.length === 0 ? [] : [{ event: eventOf('PlanRestated', head), fields }];
}

function prioritiesDifference(state: PlanState, reading: PlanReading, keptSteps: readonly Kept[]): Difference {
  const changes: Change[] = [];
  for (const now of reading.priorities) {
    const before = state.priorities.get(now.line.key);
    const fields = before ? lineFields(before, now) : [];
    if (!before) changes.push({ event: eventOf('PriorityStated', now), fields });
    else if (fields.length > 0) changes.push({ event: eventOf('PriorityRestated', now), fields });
  }
  const standsBelow = new Set(keptSteps.map(({ line }) => ('priority' in line ? line.priority : line.key)));
  const gone = vanished(state.priorities, reading.priorities);
  const kept = gone.filter(({ line }) => standsBelow.has(line.key));
  for (const { line, firstInForceFrom } of gone.filter((each) => !kept.includes(each))) {
    const payload = { key: line.key, title: line.title, foundation: line.foundation.primary };
    const event = { type: 'PriorityRetracted', schemaVersion: 1, payload, effectiveOn: firstInForceFrom } as const;
    changes.push({ event, fields: [] });
  }
  return { changes, kept: kept.map(({ line }) => keptLine('priority', line, 'step-kept', 'line-gone')) };
}

function stepsDifference(state: PlanState, reading: PlanReading): Difference {
  const changes: Change[] = [];
  const kept: Kept[] = [];
  for (const now of reading.steps) {
    const before = state.steps.get(now.line.key);
    const fields = before ? lineFields(before, now) : [];
    if (!before) changes.push({ event: eventOf('PlanStepStated', now), fields });
    else if (before.lastResultOn !== null && fields.some(({ field }) => field === 'timescale')) {
      kept.push(keptLine('step', before.line, 'result-recorded', 'timescale-changed'));
    } else if (fields.length > 0) changes.push({ event: eventOf('PlanStepRestated', now), fields });
  }
  for (const { line, firstInForceFrom, lastResultOn } of vanished(state.steps, reading.steps)) {
    if (lastResultOn !== null) {
      kept.push(keptLine('step', line, 'result-recorded', 'line-gone'));
      continue;
    }
    const payload = { key: line.key, title: line.title, foundation: line.foundation };
    const event = { type: 'PlanStepRetracted', schemaVersion: 1, payload, effectiveOn: firstInForceFrom } as const;
    changes.push({ event, fields: [] });
  }
  return { changes, kept };
}

/** The foundation of a step is its priority's and says nothing of the step itself. */
function lineFields(before: LastRead<object>, now: Reading<object>): FieldChange[] {
  const ofLine = differingFields(before.line, now.line, 'priority' in now.line ? ['foundation'] : []);
  return [...ofLine, ...differingFields({ inForceFrom: before.inForceFrom }, { inForceFrom: now.inForceFrom })];
}

function vanished<Line extends { readonly key: string }, Read extends LastRead<Line>>(
  before: ReadonlyMap<string, Read>,
  now: readonly Reading<Line>[],
): Read[] {
  const keys = new Set(now.map(({ line }) => line.key));
  return [...before].filter(([key]) => !keys.has(key)).map(([, read]) => read);
}

function keptLine(
  subject: Kept['subject'],
  line: PriorityLine | StepLine,
  why: Kept['why'],
  document: Kept['document'],
): Kept {
  return { subject, key: line.key, line, why, document };
}

function eventOf<Type extends PlanEvent['type'], Line>(type: Type, { line, inForceFrom }: Reading<Line>) {
  return { type, schemaVersion: 1, payload: line, effectiveOn: inForceFrom } as const;
}
