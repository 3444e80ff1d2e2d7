import { canonicalJson, type SecondPersonRules, withSecondPerson } from '@promise/kernel';
import { assertAllowed, candidateFacts } from './allowed';
import type { MilestoneCommand } from './commands';
import { milestoneDecider, type MilestoneHistory } from './decide';
import type { MilestoneEvent } from './events';
import { type Fact, type Happened, inEffect } from './in-effect';

/** What closes a milestone, or opens it again. */
const TURNS: ReadonlySet<string> = new Set(['MilestoneAchieved', 'MilestoneWithdrawn', 'MilestoneReopened']);

/**
 * What needs a second person: that a milestone is withdrawn, and every change of a 10-year date, by whichever command it
 * would come about. A correction is no way round it, nor is another horizon. While one waits no other of its kind can be
 * proposed, so that nothing it was decided on changes underneath it.
 */
const rules: SecondPersonRules<MilestoneHistory, MilestoneEvent> = {
  changeIn({ facts }, events, context) {
    if (facts.length === 0) return null;
    const after = [...facts, ...candidateFacts(facts, events, context)];
    if (isNewlyWithdrawn(facts, after)) return 'withdrawal';
    const [was, is] = [tenYearDates(facts), tenYearDates(after)];
    return was === is ? null : '10-year-date';
  },
  assertAllowed({ facts }, events, context) {
    assertAllowed(facts, events, commandLike(events), context);
  },
};

/** The rules of a milestone, with what needs a second person. */
export const milestoneWithSecondPerson = withSecondPerson<MilestoneHistory, MilestoneCommand, MilestoneEvent>(
  milestoneDecider,
  rules,
);

/** By a withdrawal that was not in effect before, or because what reopened it is in effect no more. */
function isNewlyWithdrawn(before: readonly Fact[], after: readonly Fact[]): boolean {
  const [was, is] = [inEffect(before), inEffect(after)];
  const known = new Set(was.map(({ id }) => id));
  const isNew = is.some(({ type, id }) => type === 'MilestoneWithdrawn' && !known.has(id));
  return isNew || (isWithdrawn(is) && !isWithdrawn(was));
}

function isWithdrawn(happened: readonly Happened[]): boolean {
  const turn = happened.findLast(({ type }) => TURNS.has(type));
  return turn?.type === 'MilestoneWithdrawn';
}

/** Every date that a 10-year milestone was planned for, in order; null where it is no 10-year milestone. */
function tenYearDates(facts: readonly Fact[]): string | null {
  const happened = inEffect(facts);
  const [proposal] = happened;
  if (proposal?.type !== 'MilestoneProposed' || proposal.payload.horizon !== '10-year') return null;
  const dates = happened.flatMap((event) =>
    event.type === 'MilestoneProposed' || event.type === 'MilestoneTimescaleRevised' ? [event.payload.timescale] : [],
  );
  return canonicalJson(dates.map(({ start, end, shape }) => [start, end, shape]));
}

/** The command that the events amount to, so that a refusal names what is at fault. */
function commandLike([event]: readonly MilestoneEvent[]): MilestoneCommand {
  if (event?.type !== 'EventVoided' && event?.type !== 'FieldsReplaced') return { kind: 'start', data: {} };
  const replace = event.type === 'FieldsReplaced' ? { replace: event.payload.replace } : {};
  return { kind: 'correct', data: { event: event.payload.event, reason: '', ...replace } };
}
