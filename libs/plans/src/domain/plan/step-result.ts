import { type Day, type DecisionContext, type Fault, isDay, personal, Refusal, refuse } from '@promise/kernel';
import type { RecordStepResult, StepResultInput } from './commands';
import { type PlanEvent, STEP_RESULTS, type StepResult } from './events';
import { foundationOf, type PlanState } from './state';

const EARLIEST = '2000-01-01';

/**
 * What a person says came of a step; a further result for the same step is a further event. It counts from the day of the
 * result where the person gave no other, or from the day of the result before it where that is later: what is recorded
 * last is what counts.
 */
export function recordStepResult(
  state: PlanState,
  command: RecordStepResult,
  { today }: Pick<DecisionContext, 'today'>,
): readonly PlanEvent[] {
  const step = state.steps.get(command.step);
  if (!step) refuse('step', 'known-step', `there is no step ${command.step} in this plan`);
  const faults = [...resultFaults(command), ...dayFaults(command.when, today), ...evidenceFaults(command)];
  if (!isStepResult(command.result) || faults.length > 0) throw new Refusal(...faults);
  return [
    {
      type: 'PlanStepResultRecorded',
      schemaVersion: 1,
      ...(command.dayGiven ? {} : { effectiveOn: countsFrom(command.when, step.lastResultOn) }),
      payload: {
        step: command.step,
        title: step.line.title,
        foundation: foundationOf(state, step.line.priority),
        result: command.result,
        when: command.when,
        byWhoseWord: personal(command.byWhoseWord.trim()),
        evidence: (command.evidence ?? []).map(({ link, shows }) => ({
          link: personal(link.trim()),
          shows: personal(shows.trim()),
        })),
        note: isBlank(command.note) ? null : personal(command.note.trim()),
      },
    },
  ];
}

function countsFrom(when: Day, before: Day | null): Day {
  return before !== null && before > when ? before : when;
}

function isStepResult(text: string): text is StepResult {
  return (STEP_RESULTS as readonly string[]).includes(text);
}

function isBlank(text: string | undefined): text is undefined {
  return text === undefined || text.trim() === '';
}

function resultFaults({ result, byWhoseWord }: StepResultInput): Fault[] {
  const faults: Fault[] = [];
  if (!isStepResult(result)) {
    const message = `say one of ${STEP_RESULTS.join(', ')}; “${result}” is none of them`;
    faults.push({ field: 'result', rule: 'known-result', message });
  }
  if (isBlank(byWhoseWord)) {
    faults.push({ field: 'byWhoseWord', rule: 'required', message: 'say by whose word this is so' });
  }
  return faults;
}

function dayFaults(when: string, today: string): Fault[] {
  const fault = (rule: string, message: string): Fault[] => [{ field: 'when', rule, message }];
  if (!isDay(when)) return fault('real-day', `${when} is not a day of the calendar (YYYY-MM-DD)`);
  if (when > today) return fault('not-in-future', `${when} is still to come; a result is recorded once it is so`);
  if (when < EARLIEST) return fault('not-before-2000', `${when} lies before ${EARLIEST}, before any of these plans`);
  return [];
}

function evidenceFaults({ evidence = [] }: StepResultInput): Fault[] {
  return evidence.flatMap(({ link, shows }, n) => {
    const faults: Fault[] = [];
    if (!isWebLink(link)) {
      const message = 'a link begins with https:// or http:// and is a full address';
      faults.push({ field: `evidence[${n}].link`, rule: 'web-link', message });
    }
    if (isBlank(shows)) {
      faults.push({ field: `evidence[${n}].shows`, rule: 'required', message: 'say what the evidence shows' });
    }
    return faults;
  });
}

function isWebLink(text: string): boolean {
  return URL.canParse(text) && ['https:', 'http:'].includes(new URL(text).protocol);
}
