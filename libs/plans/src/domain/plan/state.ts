import type { Day, FoundationOrRights, RecordedEvent } from '@promise/kernel';
import { type PlanEvent, planEventOf, type PlanHead, type PriorityLine, type StepLine } from './events';

/** A line as it was last read from the document. */
export interface LastRead<Line> {
  readonly line: Line;
  readonly inForceFrom: Day;
  /** The earliest day that any reading of it was in force from. */
  readonly firstInForceFrom: Day;
}

export interface StepRead extends LastRead<StepLine> {
  /** The latest effective day of what people recorded came of it; null where nothing is recorded. */
  readonly lastResultOn: Day | null;
}

/** What the next reading of the document is compared with, and what people recorded on top. */
export interface PlanState {
  readonly head: LastRead<PlanHead> | null;
  readonly priorities: ReadonlyMap<string, LastRead<PriorityLine>>;
  readonly steps: ReadonlyMap<string, StepRead>;
}

interface Folding {
  head: LastRead<PlanHead> | null;
  readonly priorities: Map<string, LastRead<PriorityLine>>;
  readonly steps: Map<string, StepRead>;
}

/** Readings follow one another in the order in which they were recorded: the last one is what the document says. */
export function foldPlan(history: readonly RecordedEvent<PlanEvent>[]): PlanState {
  const state: Folding = { head: null, priorities: new Map(), steps: new Map() };
  for (const recorded of history) apply(state, recorded);
  return state;
}

/** The main foundation of a priority, as last read. */
export function foundationOf(state: PlanState, priority: string): FoundationOrRights | null {
  return state.priorities.get(priority)?.line.foundation.primary ?? null;
}

function apply(state: Folding, recorded: RecordedEvent<PlanEvent>): void {
  const event = planEventOf(recorded);
  const day = recorded.envelope.effectiveOn;
  switch (event.type) {
    case 'PlanPublished':
    case 'PlanRestated':
      state.head = read(event.payload, day, state.head);
      return;
    case 'PriorityStated':
    case 'PriorityRestated':
      state.priorities.set(event.payload.key, read(event.payload, day, state.priorities.get(event.payload.key)));
      return;
    case 'PriorityRetracted':
      state.priorities.delete(event.payload.key);
      return;
    default:
      applyToSteps(state.steps, event, day);
  }
}

function applyToSteps(steps: Map<string, StepRead>, event: PlanEvent, day: Day): void {
  switch (event.type) {
    case 'PlanStepStated':
    case 'PlanStepRestated': {
      const before = steps.get(event.payload.key);
      steps.set(event.payload.key, { ...read(event.payload, day, before), lastResultOn: before?.lastResultOn ?? null });
      return;
    }
    case 'PlanStepRetracted':
      steps.delete(event.payload.key);
      return;
    case 'PlanStepResultRecorded': {
      const step = steps.get(event.payload.step);
      if (step) steps.set(event.payload.step, { ...step, lastResultOn: laterOf(day, step.lastResultOn) });
      return;
    }
    default:
      return;
  }
}

function laterOf(day: Day, other: Day | null): Day {
  return other !== null && other > day ? other : day;
}

function read<Line>(line: Line, inForceFrom: Day, before: LastRead<Line> | null | undefined): LastRead<Line> {
  const first = before && before.firstInForceFrom < inForceFrom ? before.firstInForceFrom : inForceFrom;
  return { line, inForceFrom, firstInForceFrom: first };
}
