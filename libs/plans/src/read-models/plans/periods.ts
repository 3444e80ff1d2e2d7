import { canonicalJson, type Day } from '@promise/kernel';
import type { Period } from '@promise/projections';
import type { PlanEvent, PlanHead, PriorityLine, StepLine } from '../../domain/plan/events';
import { inClear } from '../../domain/plan/in-clear';
import type { DatedPlanEvent } from './plan-fact.entity';
import type { PlanRowState, PriorityRowState, StepResultView, StepRowState, TimescaleRestatement } from './shapes';
import { without } from './without';

type Of<Type extends PlanEvent['type']> = Extract<DatedPlanEvent, { type: Type }>;
type Statement = Of<'PlanPublished' | 'PlanRestated' | 'PriorityStated' | 'PriorityRestated' | StepStatement>;
type StepStatement = 'PlanStepStated' | 'PlanStepRestated';

interface Reading<Line> {
  readonly from: Day;
  readonly line: Line;
  readonly event: DatedPlanEvent;
}

/** The states of one plan, priority or step over the effective days, from all its events in log order. */
export function periodsOf(events: readonly DatedPlanEvent[]): Period[] {
  const readings = readingsInForce(events);
  const results = events.filter(
    (event): event is Of<'PlanStepResultRecorded'> => event.type === 'PlanStepResultRecorded',
  );
  const first = readings[0];
  if (!first) return [];
  const days = [...readings.map(({ from }) => from), ...results.map(({ effectiveOn }) => effectiveOn)];
  const turns = [...new Set(days)].filter((day) => day >= first.from).sort();
  return turns.map((day, n) => ({
    effectiveFrom: day,
    effectiveTo: turns[n + 1] ?? null,
    state: stateOn(day, events, readings, results),
  }));
}

/**
 * A further reading takes the place of those that are in force from the same or a later day, and follows those in force
 * from an earlier one. A line that is taken back was never in force.
 */
function readingsInForce(events: readonly DatedPlanEvent[]): Reading<Statement['payload']>[] {
  let readings: Reading<Statement['payload']>[] = [];
  for (const event of events) {
    if (event.type === 'PlanStepResultRecorded') continue;
    readings = readings.filter(({ from }) => from < event.effectiveOn);
    if (event.type !== 'PriorityRetracted' && event.type !== 'PlanStepRetracted') {
      readings.push({ from: event.effectiveOn, line: event.payload, event });
    }
  }
  return readings;
}

function stateOn(
  day: Day,
  events: readonly DatedPlanEvent[],
  readings: readonly Reading<PlanHead | PriorityLine | StepLine>[],
  results: readonly Of<'PlanStepResultRecorded'>[],
): PlanRowState | PriorityRowState | StepRowState {
  const reading = readings.findLast(({ from }) => from <= day);
  if (!reading) throw new Error(`no reading is in force on ${day}`);
  const { line, event, from } = reading;
  const read = { inForceFrom: from, recordedAt: event.recordedAt };
  if (!('timescale' in line)) return { ...inClear(line), ...read };
  const [first = line] = readings.map((each) => each.line);
  return {
    ...without(inClear(line), 'foundation'),
    ...read,
    firstTimescale: 'timescale' in first ? first.timescale : null,
    restatements: restatementsIn(events).filter(({ effectiveOn }) => effectiveOn <= day),
    results: results
      .filter(({ effectiveOn }) => effectiveOn <= day)
      .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0))
      .map(resultView),
  };
}

function restatementsIn(events: readonly DatedPlanEvent[]): TimescaleRestatement[] {
  const restatements: TimescaleRestatement[] = [];
  let before: Of<StepStatement> | undefined;
  for (const event of events) {
    if (event.type !== 'PlanStepStated' && event.type !== 'PlanStepRestated') continue;
    const from = before?.payload.timescale ?? null;
    const to = event.payload.timescale;
    if (before && canonicalJson(from) !== canonicalJson(to)) {
      const kind = event.effectiveOn > before.effectiveOn ? 'amended' : 'corrected';
      restatements.push({ from, to, kind, effectiveOn: event.effectiveOn, recordedAt: event.recordedAt });
    }
    before = event;
  }
  return restatements;
}

function resultView({ payload, effectiveOn, recordedAt }: Of<'PlanStepResultRecorded'>): StepResultView {
  return { ...without(inClear(payload), 'step', 'title', 'foundation'), effectiveOn, recordedAt };
}
