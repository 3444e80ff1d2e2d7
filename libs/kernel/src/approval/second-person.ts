import { type Decider, type DecisionContext, Refusal, refuse } from '../decider';
import type { DomainEvent, RecordedEvent } from '../envelope';
import { holdsErased, personal } from '../personal';
import type { ApprovalEvent, ProposedEvent } from './events';
import { type Proposal, proposalsIn } from './proposals';
import { type Settlement, settlementFaults } from './settlement';

/** Which changes of an aggregate need a second person, and what the rules make of a proposal later. */
export interface SecondPersonRules<State, Event extends DomainEvent> {
  /** The kind of change that needs one, such as `withdrawal`; null where it needs none. */
  readonly changeIn: (state: State, events: readonly Event[], context: DecisionContext) => string | null;
  /** @throws Refusal when the rules no longer allow the proposed events */
  readonly assertAllowed: (state: State, events: readonly Event[], context: DecisionContext) => void;
}

/** The state of an aggregate, with what was proposed about it. */
export interface WithProposals<State> {
  readonly own: State;
  readonly proposals: readonly Proposal[];
}

/**
 * The same rules, but that some changes need a second person (its `fold` gets what was proposed too, and passes over it): they lead to a proposal, and to their own events only
 * once somebody else has approved it.
 */
export function withSecondPerson<State, Command extends object, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  rules: SecondPersonRules<State, Event>,
): Decider<WithProposals<State>, Command | Settlement, Event | ApprovalEvent> {
  return {
    fold: (history) => ({
      own: decider.fold(history as readonly RecordedEvent<Event>[]),
      proposals: proposalsIn(history),
    }),
    decide({ own, proposals }, command, context) {
      if ('settle' in command) return settled(own, proposals, command, context, rules);
      const events = decider.decide(own, command, context);
      const change = rules.changeIn(own, events, context);
      return change === null ? events : [proposed(change, events, proposals, context)];
    },
  };
}

function proposed(
  change: string,
  events: readonly DomainEvent[],
  proposals: readonly Proposal[],
  context: DecisionContext,
): ApprovalEvent {
  if (proposals.some((each) => each.standing === 'waiting' && each.content.change === change)) {
    refuse(
      'proposal',
      'one-at-a-time',
      'a proposal for this waits already; it has to be approved, refused or taken back',
    );
  }
  return {
    type: 'ChangeProposed',
    schemaVersion: 1,
    payload: { change, events: events.map((each) => asked(each, context)) },
  };
}

/** What was asked to count from today counts from the day of its approval instead. */
function asked({ type, schemaVersion, payload, effectiveOn }: DomainEvent, context: DecisionContext): ProposedEvent {
  const day = effectiveOn ?? context.effectiveOn;
  return { type, schemaVersion, payload, effectiveOn: day === context.today ? null : day };
}

function settled<State, Event extends DomainEvent>(
  state: State,
  proposals: readonly Proposal[],
  command: Settlement,
  context: DecisionContext,
  rules: SecondPersonRules<State, Event>,
): readonly (Event | ApprovalEvent)[] {
  const proposal = waiting(proposals, command.proposal);
  const own = proposal.by === context.actor.id;
  const faults = settlementFaults(command, context);
  if (faults.length > 0) throw new Refusal(...faults);
  const reason = personal(command.data.reason.trim());
  const payload = { proposal: proposal.id, reason };
  switch (command.settle) {
    case 'take-back':
      if (!own) refuse('proposal', 'ones-own', 'only the person who made a proposal takes it back');
      return [{ type: 'ChangeTakenBack', schemaVersion: 1, payload }];
    case 'refuse':
      return [{ type: 'ChangeRefused', schemaVersion: 1, payload }];
    case 'approve': {
      if (own) refuse('proposal', 'a-second-person', 'nobody approves what they proposed: somebody else has to');
      const { body, date } = command.data;
      const approved = { ...payload, body: personal(body.trim()), decidedOn: date };
      return [
        { type: 'ChangeApproved', schemaVersion: 1, payload: approved },
        ...carriedOut(state, proposal, context, rules),
      ];
    }
  }
}

/** The proposed events; their envelopes name the approval as the decision that they carry out. */
function carriedOut<State, Event extends DomainEvent>(
  state: State,
  { content }: Proposal,
  context: DecisionContext,
  rules: SecondPersonRules<State, Event>,
): readonly Event[] {
  if (holdsErased(content)) {
    refuse('proposal', 'not-erased', 'its text was erased, so that it can only be refused; propose the change anew');
  }
  const events = content.events.map(({ effectiveOn, ...event }) => ({
    ...event,
    effectiveOn: effectiveOn ?? context.effectiveOn,
  })) as unknown as Event[];
  const after: DecisionContext = { ...context, eventId: (n) => context.eventId(n + 1) };
  rules.assertAllowed(state, events, after);
  return events.map((event) => ({ ...event, decision: context.eventId(0) }));
}

function waiting(proposals: readonly Proposal[], id: string): Proposal {
  const proposal = proposals.find((each) => each.id === id);
  if (!proposal) return refuse('proposal', 'known-proposal', 'there is no such proposal here');
  if (proposal.standing === 'waiting') return proposal;
  return refuse('proposal', 'still-waiting', `it was ${proposal.standing.replace('-', ' ')} already`);
}
