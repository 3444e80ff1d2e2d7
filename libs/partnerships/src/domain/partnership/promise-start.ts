import {
  type DecisionContext,
  type Fault,
  isDay,
  parseTimescale,
  personal,
  Refusal,
  type Timescale,
} from '@promise/kernel';
import type { DecidePromiseStart } from './commands';
import type { CitedPlace, PartnershipEvent } from './events';
import type { PackCitation } from './pack';

const EARLIEST = '2000-01-01';

/** Sets the day the marks count from; any number of times, each with its reason. */
export function decidePromiseStart(
  command: DecidePromiseStart,
  { today }: Pick<DecisionContext, 'today'>,
): readonly PartnershipEvent[] {
  const faults: Fault[] = [];
  const timescale = readStart(command.timescale, 'timescale', faults);
  faults.push(
    ...required('reason', command.reason, 'say why the marks count from then'),
    ...required('decidedBy', command.decidedBy, 'say who decided it'),
    ...dayFaults(command.decidedOn, today),
    ...(command.citation ? citationFaults(command.citation) : []),
  );
  if (!timescale || faults.length > 0) throw new Refusal(...faults);
  return [
    {
      type: 'PromiseStartDecided',
      schemaVersion: 1,
      payload: {
        timescale,
        citation: command.citation ? cited(command.citation) : null,
        reason: personal(command.reason.trim()),
        decidedBy: personal(command.decidedBy.trim()),
        decidedOn: command.decidedOn,
      },
    },
  ];
}

/** The words as a timescale that marks can count from; otherwise a fault more and null. */
export function readStart(words: string, field: string, faults: Fault[]): Timescale | null {
  const read = parseTimescale(words);
  if (!read.ok) {
    const message = `“${words}” cannot be read at character ${read.at + 1}: ${read.reason}`;
    faults.push({ field, rule: 'readable-timescale', message });
    return null;
  }
  const { start, end } = read.timescale;
  if (start === null || end === null) {
    const message = `“${words}” has no first and last day, and marks can be counted from a day only`;
    faults.push({ field, rule: 'start-has-a-day', message });
    return null;
  }
  return read.timescale;
}

export function cited({ document, place }: PackCitation): CitedPlace {
  return { document: personal(document), place: personal(place) };
}

function required(field: string, text: string, message: string): Fault[] {
  return text.trim() === '' ? [{ field, rule: 'required', message }] : [];
}

function citationFaults({ document, place }: PackCitation): Fault[] {
  return [
    ...required('citation.document', document, 'name the document by its title'),
    ...required('citation.place', place, 'say where in the document it stands'),
  ];
}

function dayFaults(decidedOn: string, today: string): Fault[] {
  const fault = (rule: string, message: string): Fault[] => [{ field: 'decidedOn', rule, message }];
  if (!isDay(decidedOn)) return fault('real-day', `${decidedOn} is not a day of the calendar (YYYY-MM-DD)`);
  if (decidedOn > today)
    return fault('not-in-future', `${decidedOn} is still to come; record a decision once it is made`);
  if (decidedOn < EARLIEST) return fault('not-before-2000', `${decidedOn} lies before ${EARLIEST}`);
  return [];
}
