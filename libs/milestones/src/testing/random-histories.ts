import { addDays, type Day, type RecordedEvent, Refusal } from '@promise/kernel';
import fc from 'fast-check';
import type { MilestoneEvent } from '../domain/milestone/events';
import { command, decided, proposal, type Step } from './scenario';

const FIRST: Day = '2025-03-01';

const day = fc.integer({ min: -3, max: 20 }).map((days) => addDays(FIRST, days));
const words = fc.constantFrom('March 2026', 'June 2026', 'by December 2027', '2028 onwards', 'spring 2026');
const leads = fc.constantFrom(['TNT'], ['Health'], ['Health', 'TNT']);
const target = fc.nat(12).map((n) => `e${String(n)}`);
const reason = fc.constantFrom('A reason', 'Another one');
const told = fc.constantFrom({ state: 'not-yet' } as const, { state: 'told' } as const);

const link = { link: 'https://example.org/report', shows: 'The report' };

const commands = fc.oneof(
  day.map((date) => command('agree', { body: 'ICSG', date })),
  fc.constant(command('start', {})),
  reason.map((narrative) => command('report-progress', { rating: 'good', narrative })),
  fc
    .record({ timescale: words, reason, decidedOn: day, youngPeopleTold: told })
    .map((data) => command('revise-timescale', { ...data, decidedBy: 'ICSG' })),
  day.map((when) => command('tell', { when, how: 'At a meeting' })),
  fc.constant(command('attach-evidence', link)),
  fc
    .record({ date: day, evidence: fc.oneof(target, fc.constant(link)).map((item) => [item]) })
    .map((data) => command('achieve', { ...data, differenceMade: 'People are heard' })),
  reason.map((given) => command('reopen', { reason: given })),
  reason.map((given) => command('withdraw', { reason: given, decidedBy: 'ICSG' })),
  leads.map((given) => command('change-leads', { leads: given })),
  fc.record({ event: target, reason }).map((data) => command('correct', { ...data, void: true })),
  fc
    .record({
      event: target,
      reason,
      replace: fc.oneof(fc.record({ effectiveOn: day }), fc.record({ timescale: words })),
    })
    .map((data) => command('correct', data)),
);

/** What a person tries, some days after the attempt before, said to be so on that day or another. */
const attempts = fc.array(
  fc.record({ command: commands, wait: fc.nat(2), effectiveOn: fc.option(day, { nil: undefined, freq: 2 }) }),
  { minLength: 1, maxLength: 25 },
);

/** Histories with corrections and back-dated entries: whatever the rules let pass of what was tried. */
export const randomHistories: fc.Arbitrary<RecordedEvent<MilestoneEvent>[]> = attempts.map((tried) => {
  const first: Step = { today: FIRST, command: command('propose', proposal) };
  const history = decided([], first, clockOf(FIRST, 0));
  let today = FIRST;
  for (const { command: tries, wait, effectiveOn } of tried) {
    today = addDays(today, wait);
    const step: Step = { today, command: tries, ...(effectiveOn === undefined ? {} : { effectiveOn }) };
    try {
      history.push(...decided(history, step, clockOf(today, history.length)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return history;
});

// Several writers: one minute on an hour is told twice, and now and then a clock is behind.
function clockOf(today: Day, place: number): string {
  return `${today}T12:${String((place * 7) % 4).padStart(2, '0')}:00.000Z`;
}
