import { type Decider, type DecisionContext, refuse } from '@promise/kernel';
import { assertAllowed } from './allowed';
import type { MilestoneCommand } from './commands';
import { correct } from './corrections';
import type { HappenedEvent, MilestoneEvent } from './events';
import { type Fact, factOf, inEffect } from './in-effect';
import { group, readShape, type Shape, text, webAddress } from './readers';
import { SHAPES } from './shapes';
import { beginning, evolve, type MilestoneState, moveToTell } from './state';

/** All that was recorded of a milestone, in log order. */
export interface MilestoneHistory {
  readonly facts: readonly Fact[];
}

/** A command other than `propose` for a milestone that was never proposed. */
export class NoSuchMilestone extends Error {
  constructor() {
    super('no such milestone was proposed');
    this.name = 'NoSuchMilestone';
  }
}

/**
 * The rules of a milestone. A command leads to candidate events; the whole history with them in it is then walked in
 * order of effect, and the command is refused when an event, new or old, would not be allowed.
 */
export const milestoneDecider: Decider<MilestoneHistory, MilestoneCommand, MilestoneEvent> = {
  fold: (history) => ({ facts: history.map(factOf) }),
  decide({ facts }, command, context) {
    if (command.kind !== 'propose' && facts.length === 0) throw new NoSuchMilestone();
    const candidates = candidatesOf(facts, command, context);
    assertAllowed(facts, candidates, command, context);
    return candidates;
  },
};

function candidatesOf(
  facts: readonly Fact[],
  command: MilestoneCommand,
  context: DecisionContext,
): readonly MilestoneEvent[] {
  switch (command.kind) {
    case 'propose':
      return [event('MilestoneProposed', command.data, { milestone: command.milestone })];
    case 'agree':
      return [event('MilestoneAgreed', command.data)];
    case 'start':
      return [event('MilestoneStarted', command.data)];
    case 'report-progress':
      return [event('ProgressReported', command.data)];
    case 'attach-evidence':
      return [event('EvidenceAttached', command.data)];
    case 'reopen':
      return [event('MilestoneReopened', command.data)];
    case 'withdraw':
      return [event('MilestoneWithdrawn', command.data)];
    case 'change-leads':
      return [event('LeadsChanged', command.data)];
    default:
      return withHistory(facts, command, context);
  }
}

/** The commands whose events depend on what was recorded before, or on their own ids. */
function withHistory(
  facts: readonly Fact[],
  command: Extract<MilestoneCommand, { kind: 'revise-timescale' | 'tell' | 'achieve' | 'correct' }>,
  context: DecisionContext,
): readonly MilestoneEvent[] {
  switch (command.kind) {
    case 'revise-timescale':
      return [event('MilestoneTimescaleRevised', command.data, { from: stateOn(facts, context).planned })];
    case 'tell': {
      const move = moveToTell(stateOn(facts, context), command.data.when);
      if (!move) return refuse('milestone', 'a-move-to-tell', 'no move of its date waits for young people to be told');
      return [event('YoungPeopleTold', command.data, { move: move.event })];
    }
    case 'achieve':
      return achieve(facts, command, context);
    case 'correct':
      return [correct(facts, command.data, context)];
  }
}

function event(type: HappenedEvent['type'], data: object, own: object = {}): HappenedEvent {
  const payload = { ...readShape(SHAPES[type] as Shape<object>, data), ...own };
  return { type, schemaVersion: 1, payload } as HappenedEvent;
}

/** The state on the day of the command, before it. */
function stateOn(facts: readonly Fact[], { today, effectiveOn }: DecisionContext): MilestoneState {
  const happened = inEffect(facts);
  return happened
    .filter((each) => each.type === 'MilestoneProposed' || each.effectiveOn <= effectiveOn)
    .reduce(evolve, beginning(happened, today));
}

const linkShown = group({ link: webAddress, shows: text });

/**
 * Links handed in with an achievement are attached first. It counts from its date, where the person gave no other day;
 * or from the day of the latest thing recorded where that is later, because what came after cannot be undone by it.
 */
function achieve(
  facts: readonly Fact[],
  { data, dayGiven }: Extract<MilestoneCommand, { kind: 'achieve' }>,
  context: DecisionContext,
): HappenedEvent[] {
  const attached: HappenedEvent[] = [];
  const ids = data.evidence.map((item, place) => {
    if (typeof item === 'string') return item;
    const payload = { ...linkShown(item, `evidence.${String(place)}`), file: null };
    attached.push({ type: 'EvidenceAttached', schemaVersion: 1, payload });
    return context.eventId(attached.length - 1);
  });
  const events = [...attached, event('MilestoneAchieved', { ...data, evidence: ids })];
  const latest = inEffect(facts).reduce((day, each) => (each.effectiveOn > day ? each.effectiveOn : day), data.date);
  return dayGiven ? events : events.map((each) => ({ ...each, effectiveOn: latest }));
}
