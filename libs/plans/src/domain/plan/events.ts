import type { Day, DomainEvent, FoundationOrRights, Personal, RecordedEvent, Timescale } from '@promise/kernel';

/** The document by its title and the place in it. */
export interface CitedPlace {
  readonly document: Personal;
  readonly place: Personal;
}

/** What a plan says of itself. */
export interface PlanHead {
  readonly key: string;
  readonly planKind: string;
  readonly title: Personal;
  readonly period: Personal;
  readonly otherPeriods: readonly { readonly period: Personal; readonly citation: CitedPlace }[];
  readonly document: {
    readonly title: Personal;
    readonly publisher: Personal;
    /** As exact as the document: `2019`, `2021-06` or `2021-06-30`. */
    readonly date: string;
    readonly dateReason: Personal;
  };
  readonly citation: CitedPlace;
  readonly notes: readonly CitedText[];
  readonly themes: readonly { readonly key: string; readonly title: Personal; readonly citation: CitedPlace }[];
}

export interface CitedText {
  readonly key: string;
  readonly text: Personal;
  readonly citation: CitedPlace;
}

/** Which foundation a line serves, and on what ground. */
export interface FoundationMapping {
  readonly primary: FoundationOrRights | null;
  readonly also: readonly FoundationOrRights[];
  readonly by: 'document' | 'ours';
  readonly reason: Personal;
}

/** A priority as the document says it. */
export interface PriorityLine {
  readonly key: string;
  readonly number: string | null;
  readonly title: Personal;
  /** Key of the plan's own heading. */
  readonly theme: string;
  readonly foundation: FoundationMapping;
  readonly measures: readonly CitedText[];
  readonly citation: CitedPlace;
  /** Place in the document's own order: a line that comes in between gets a number in between. */
  readonly ordinal: number;
}

/** A dated task below a priority as the document says it. */
export interface StepLine {
  readonly key: string;
  /** Key of the priority it stands below. */
  readonly priority: string;
  /** Main foundation of that priority when this was recorded, so that the trail can be filtered. */
  readonly foundation: FoundationOrRights | null;
  readonly title: Personal;
  readonly leads: readonly Personal[];
  readonly timescale: Timescale | null;
  readonly reading: { readonly reason: Personal } | null;
  readonly citation: CitedPlace;
  readonly ordinal: number;
}

/** A line that the document, read again, does not hold. */
export interface RetractedLine {
  readonly key: string;
  readonly title: Personal;
  readonly foundation: FoundationOrRights | null;
}

export const STEP_RESULTS = ['done', 'part-done', 'not-done', 'superseded'] as const;
export type StepResult = (typeof STEP_RESULTS)[number];

/** What came of a step, by somebody's word. */
export interface StepResultRecorded {
  /** Key of the step in its plan. */
  readonly step: string;
  readonly title: Personal;
  readonly foundation: FoundationOrRights | null;
  readonly result: StepResult;
  readonly when: Day;
  readonly byWhoseWord: Personal;
  readonly evidence: readonly { readonly link: Personal; readonly shows: Personal }[];
  readonly note: Personal | null;
}

/**
 * All that can happen on the stream of one plan. What comes from the document (everything but `PlanStepResultRecorded`)
 * is effective from the day its line is in force, and the later reading of a line counts from its own day on: a reading
 * in force from the same or an earlier day takes the place of the earlier one, one in force from a later day follows it.
 */
export type PlanEvent =
  | DomainEvent<'PlanPublished', PlanHead>
  | DomainEvent<'PlanRestated', PlanHead>
  | DomainEvent<'PriorityStated', PriorityLine>
  | DomainEvent<'PriorityRestated', PriorityLine>
  | DomainEvent<'PriorityRetracted', RetractedLine>
  | DomainEvent<'PlanStepStated', StepLine>
  | DomainEvent<'PlanStepRestated', StepLine>
  | DomainEvent<'PlanStepRetracted', RetractedLine>
  | DomainEvent<'PlanStepResultRecorded', StepResultRecorded>;

export const PLAN_EVENT_TYPES: readonly PlanEvent['type'][] = [
  'PlanPublished',
  'PlanRestated',
  'PriorityStated',
  'PriorityRestated',
  'PriorityRetracted',
  'PlanStepStated',
  'PlanStepRestated',
  'PlanStepRetracted',
  'PlanStepResultRecorded',
];

/** A recorded event as the domain made it, so that a `switch` over its type knows its payload. */
export function planEventOf(recorded: RecordedEvent): PlanEvent {
  const { type, payload, envelope } = recorded;
  return { type, payload, schemaVersion: envelope.schemaVersion, effectiveOn: envelope.effectiveOn } as PlanEvent;
}
