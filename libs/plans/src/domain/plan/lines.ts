import { type FoundationOrRights, personal, type Timescale } from '@promise/kernel';
import type { CitedPlace, CitedText, PlanHead, PriorityLine, StepLine } from './events';
import type { Citation, PlanFile, PlanMeasure, PlanPriority, PlanStep } from './plan-file';

/** What the file says of the plan itself, as an event holds it. */
export function headOf(file: PlanFile): PlanHead {
  return {
    key: file.key,
    planKind: file.planKind,
    title: personal(file.title),
    period: personal(file.period),
    otherPeriods: (file.otherPeriods ?? []).map((each) => ({
      period: personal(each.period),
      citation: cited(each.citation),
    })),
    document: {
      title: personal(file.document.title),
      publisher: personal(file.document.publisher),
      date: file.document.date,
      dateReason: personal(file.document.dateReason),
    },
    citation: cited(file.citation),
    notes: (file.notes ?? []).map(citedText),
    themes: file.themes.map(({ key, title, citation }) => ({ key, title: personal(title), citation: cited(citation) })),
  };
}

export function priorityLineOf(priority: PlanPriority, ordinal: number): PriorityLine {
  const { primary, also, by, reason } = priority.foundation;
  return {
    key: priority.key,
    number: priority.number ?? null,
    title: personal(priority.title),
    theme: priority.theme,
    foundation: { primary, also: also ?? [], by, reason: personal(reason) },
    measures: priority.measures.map(citedText),
    citation: cited(priority.citation),
    ordinal,
  };
}

export function stepLineOf(
  step: PlanStep,
  timescale: Timescale | null,
  foundation: FoundationOrRights | null,
  ordinal: number,
): StepLine {
  return {
    key: step.key,
    priority: step.priority,
    foundation,
    title: personal(step.title),
    leads: step.leads.map(personal),
    timescale,
    reading: step.reading ? { reason: personal(step.reading.reason) } : null,
    citation: cited(step.citation),
    ordinal,
  };
}

function cited(citation: Citation): CitedPlace {
  return { document: personal(citation.document), place: personal(citation.place) };
}

function citedText({ key, text, citation }: PlanMeasure): CitedText {
  return { key, text: personal(text), citation: cited(citation) };
}
