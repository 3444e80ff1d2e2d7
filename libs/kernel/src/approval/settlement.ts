import { type Day, isDay } from '../days';
import type { DecisionContext, Fault } from '../decider';
import { isPlainText } from '../personal';

/** What settles a proposal. `body` decided it on `date`; `reason` is the ground of whoever settles it. */
export type Settlement =
  | { readonly settle: 'approve'; readonly proposal: string; readonly data: ApproveData }
  | { readonly settle: 'refuse'; readonly proposal: string; readonly data: ReasonData }
  | { readonly settle: 'take-back'; readonly proposal: string; readonly data: ReasonData };

export interface ApproveData {
  readonly body: string;
  readonly date: Day;
  readonly reason: string;
}

export interface ReasonData {
  readonly reason: string;
}

const LONGEST_REASON = 10_000;
const LONGEST_BODY = 300;
const EARLIEST: Day = '2000-01-01';

/** What is wrong with the words of a settlement. */
export function settlementFaults({ settle, data }: Settlement, { today }: DecisionContext): readonly Fault[] {
  const reason = textFaults('reason', data.reason, LONGEST_REASON);
  if (settle !== 'approve') return reason;
  return [...textFaults('body', data.body, LONGEST_BODY), ...dayFaults(data.date, today), ...reason];
}

function textFaults(field: string, text: string, longest: number): readonly Fault[] {
  if (text.trim() === '') return [{ field, rule: 'not-blank', message: 'this must not be blank' }];
  if (!isPlainText(text)) return [{ field, rule: 'a-text', message: 'this holds characters that are no text' }];
  if (text.length <= longest) return [];
  return [{ field, rule: 'not-too-long', message: `at most ${longest} characters are taken here` }];
}

function dayFaults(date: Day, today: Day): readonly Fault[] {
  const fault = (rule: string, message: string): readonly Fault[] => [{ field: 'date', rule, message }];
  if (!isDay(date)) return fault('a-real-day', 'a day of the calendar is needed here, such as 2026-03-31');
  if (date > today) return fault('not-in-the-future', 'it is still to come; approve it once the board has decided');
  return date < EARLIEST ? fault('not-before-2000', 'it lies before 2000') : [];
}
