import { type FoundationOrRights, type Personal, type RecordedEvent, textOf, type Timescale } from '@promise/kernel';
import { type PlanEvent, planEventOf, type StepResultRecorded } from './events';
import { lineId, planKeyOf } from './ids';

/** What an event concerns: ids as the API gives them, and the main foundation where there is one. */
export interface PlanSubject {
  readonly kind: 'plan' | 'priority' | 'step';
  readonly id: string;
  readonly foundation: FoundationOrRights | null;
}

/** One sentence for the trail. Takes the events of `PLAN_EVENT_TYPES` only. */
export function describePlanEvent(recorded: RecordedEvent): string {
  const event = planEventOf(recorded);
  switch (event.type) {
    case 'PlanPublished':
      return `The plan ${quoted(event.payload.title)} was entered, for the period ${textOf(event.payload.period)}.`;
    case 'PlanRestated':
      return `What the plan ${quoted(event.payload.title)} says of itself was restated from the document.`;
    case 'PriorityStated':
      return `The priority ${quoted(event.payload.title)} was entered from the plan.`;
    case 'PriorityRestated':
      return `The priority ${quoted(event.payload.title)} was restated from the plan.`;
    case 'PriorityRetracted':
      return `The priority ${quoted(event.payload.title)} was taken back: the plan, read again, does not hold it.`;
    case 'PlanStepStated':
      return `The step ${quoted(event.payload.title)} was entered from the plan, ${timed(event.payload.timescale)}.`;
    case 'PlanStepRestated':
      return `The step ${quoted(event.payload.title)} was restated from the plan, ${timed(event.payload.timescale)}.`;
    case 'PlanStepRetracted':
      return `The step ${quoted(event.payload.title)} was taken back: the plan, read again, does not hold it.`;
    case 'PlanStepResultRecorded':
      return describeResult(event.payload);
  }
}

/** What an event concerns, so that the trail can be filtered. Takes the events of `PLAN_EVENT_TYPES` only. */
export function subjectOfPlanEvent(recorded: RecordedEvent): PlanSubject {
  const planKey = planKeyOf(recorded.envelope.stream);
  const { kind, key, foundation } = subjectIn(planEventOf(recorded));
  return { kind, id: kind === 'plan' ? planKey : lineId(planKey, key), foundation };
}

/** The thing of its plan that an event is about, by its key. */
export function subjectIn(event: PlanEvent): Omit<PlanSubject, 'id'> & { readonly key: string } {
  switch (event.type) {
    case 'PlanPublished':
    case 'PlanRestated':
      return { kind: 'plan', key: event.payload.key, foundation: null };
    case 'PriorityStated':
    case 'PriorityRestated':
      return { kind: 'priority', key: event.payload.key, foundation: event.payload.foundation.primary };
    case 'PriorityRetracted':
      return { kind: 'priority', key: event.payload.key, foundation: event.payload.foundation };
    case 'PlanStepStated':
    case 'PlanStepRestated':
    case 'PlanStepRetracted':
      return { kind: 'step', key: event.payload.key, foundation: event.payload.foundation };
    case 'PlanStepResultRecorded':
      return { kind: 'step', key: event.payload.step, foundation: event.payload.foundation };
  }
}

const RESULT_WORDS = { done: 'done', 'part-done': 'part done', 'not-done': 'not done', superseded: 'superseded' };

function describeResult({ title, result, when, byWhoseWord, evidence }: StepResultRecorded): string {
  const pieces = evidence.length === 1 ? 'one piece' : `${evidence.length} pieces`;
  const shown = evidence.length === 0 ? 'with no evidence' : `with ${pieces} of evidence`;
  return `The step ${quoted(title)} was recorded as ${RESULT_WORDS[result]} on ${when}, by the word of ${textOf(byWhoseWord)}, ${shown}.`;
}

function timed(timescale: Timescale | null): string {
  return timescale ? `for “${timescale.words}”` : 'without a timescale';
}

function quoted(text: Personal): string {
  return `“${textOf(text)}”`;
}
