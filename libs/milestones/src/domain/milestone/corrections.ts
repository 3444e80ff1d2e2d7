import { canonicalJson, type DecisionContext, Refusal, refuse } from '@promise/kernel';
import type { CorrectData } from './commands';
import { outsideSense } from './day-rules';
import type { CorrectionEvent } from './events';
import { fileRenamed } from './file-renamed';
import { type Fact, type Happened, type MarkFact, inEffect, isCorrection, isMark, voidedIn } from './in-effect';
import { day, readFields, type Reader, text } from './readers';
import { SHAPES } from './shapes';

/** The event that takes back one event of the history, or replaces named fields of it. */
export function correct(facts: readonly Fact[], data: CorrectData, context: DecisionContext): CorrectionEvent {
  const reason = text(data.reason, 'reason');
  const target = facts.find((fact) => fact.id === data.event);
  if (!target || isMark(target)) return refuse('event', 'known-event', 'this milestone has no such event to correct');
  if (voidedIn(facts).has(target.id)) {
    return refuse('event', 'not-voided', 'it was taken back already; take back that correction to bring it back');
  }
  const fault = outsideSense('effectiveOn', context.effectiveOn, context.today);
  if (fault) throw new Refusal(fault);
  if ((data.void === true) === (data.replace !== undefined)) {
    return refuse('replace', 'void-or-replace', 'a correction either takes the event back or replaces fields of it');
  }
  if (data.replace === undefined) return takeBack(target, reason);
  if (isCorrection(target)) {
    return refuse('event', 'no-fields-of-corrections', 'take this correction back and correct the event itself again');
  }
  const replace = replacement(facts, target.id, data.replace);
  return {
    type: 'FieldsReplaced',
    schemaVersion: 1,
    payload: { event: target.id, eventType: target.type, replace, reason },
  };
}

function takeBack(target: Exclude<Fact, MarkFact>, reason: ReturnType<typeof text>): CorrectionEvent {
  if (target.type === 'MilestoneProposed') {
    return refuse('event', 'the-proposal-stays', 'a proposal is not taken back; withdraw the milestone instead');
  }
  return { type: 'EventVoided', schemaVersion: 1, payload: { event: target.id, eventType: target.type, reason } };
}

function replacement(
  facts: readonly Fact[],
  event: string,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const current = inEffect(facts).find((happened) => happened.id === event);
  if (!current) return refuse('event', 'known-event', 'this milestone has no such event');
  const fields = Object.keys(given);
  if (fields.length === 0) refuse('replace', 'at-least-one', 'name at least one field');
  const shape: Record<string, Reader<unknown>> = { ...SHAPES[current.type], effectiveOn: day };
  if (current.type === 'EvidenceAttached') shape.file = fileRenamed(current.payload.file);
  const read = withItsDay(current, readFields(shape, fields, given, 'replace.'));
  const before: Record<string, unknown> = { ...current.payload, effectiveOn: current.effectiveOn };
  if (Object.entries(read).every(([field, value]) => canonicalJson(value) === canonicalJson(before[field]))) {
    refuse(`replace.${fields[0] ?? ''}`, 'a-correction-changes-something', 'that is what is recorded already');
  }
  return read;
}

/** Where an event was so on the day that it names, a correction of that day moves both. */
function withItsDay(current: Happened, read: Record<string, unknown>): Record<string, unknown> {
  if (current.type !== 'MilestoneAgreed' && current.type !== 'MilestoneAchieved') return read;
  if (read.date === undefined || read.effectiveOn !== undefined) return read;
  return current.payload.date === current.effectiveOn ? { ...read, effectiveOn: read.date } : read;
}
