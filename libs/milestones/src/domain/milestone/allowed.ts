import { type DecisionContext, type Fault, Refusal } from '@promise/kernel';
import type { MilestoneCommand } from './commands';
import { nameOf } from './describe';
import type { MilestoneEvent } from './events';
import { type Fact, type Happened, inEffect } from './in-effect';
import { faultOf } from './rules';
import { beginning, evolve } from './state';
import { dayInWords } from './words';

interface Broken {
  readonly event: Happened;
  readonly fault: Fault;
}

/**
 * Refuses when any event, in order of effect and with all corrections applied, is not allowed where it stands. The
 * refusal is about the command: what it would make of another event is said in plain words.
 */
export function assertAllowed(
  facts: readonly Fact[],
  candidates: readonly MilestoneEvent[],
  command: MilestoneCommand,
  context: DecisionContext,
): void {
  const added = candidateFacts(facts, candidates, context);
  const broken = newlyBroken(facts, [...facts, ...added], context);
  if (broken.length === 0) return;
  const own = new Set(command.kind === 'correct' ? [command.data.event] : added.map((fact) => fact.id));
  // What a person adds is told by its own fault; a correction by the first event that it breaks.
  const mine = command.kind === 'correct' ? undefined : broken.find(({ event }) => own.has(event.id));
  const first = mine ?? broken[0];
  if (first) throw new Refusal(about(command, first, own.has(first.event.id)));
}

/** What the facts would gain by these events. */
export function candidateFacts(
  facts: readonly Fact[],
  candidates: readonly MilestoneEvent[],
  context: DecisionContext,
): readonly Fact[] {
  const next = (facts.at(-1)?.version ?? -1) + 1;
  return candidates.map(
    (event, n) =>
      ({
        ...{ type: event.type, payload: event.payload },
        id: context.eventId(n),
        effectiveOn: event.effectiveOn ?? context.effectiveOn,
        recordedAt: context.now,
        version: next + n,
      }) as Fact,
  );
}

/** What the new facts break. What older rules let pass stays as it is and hinders nobody. */
function newlyBroken(before: readonly Fact[], after: readonly Fact[], { today }: DecisionContext): Broken[] {
  const broken = brokenIn(after, today);
  if (broken.length === 0) return [];
  const known = new Set(brokenIn(before, today).map(signature));
  return broken.filter((each) => !known.has(signature(each)));
}

function brokenIn(facts: readonly Fact[], today: string): Broken[] {
  const happened = inEffect(facts);
  let state = beginning(happened, today);
  const broken: Broken[] = [];
  for (const event of happened) {
    const fault = faultOf(state, event);
    if (fault) broken.push({ event, fault });
    state = evolve(state, event);
  }
  return broken;
}

function signature({ event, fault }: Broken): string {
  return `${event.id} ${fault.rule}`;
}

function about(command: MilestoneCommand, { event, fault }: Broken, own: boolean): Fault {
  if (own && command.kind !== 'correct') return fault;
  const field = command.kind === 'correct' ? fieldOfCorrection(command.data.replace, fault, own) : 'effectiveOn';
  const what = `${nameOf(event.type)} of ${dayInWords(event.effectiveOn)}`;
  const message = own ? fault.message : `${what} would no longer be allowed: ${fault.message}`;
  return { field, rule: fault.rule, message };
}

/** The replaced field that is at fault; the day where none is, because it is what moves an event among the others. */
function fieldOfCorrection(replace: Readonly<Record<string, unknown>> | undefined, fault: Fault, own: boolean): string {
  if (!replace) return 'event';
  const fields = Object.keys(replace);
  const [top = ''] = fault.field.split('.');
  if (own && fields.includes(top)) return `replace.${fault.field}`;
  const moving = ['effectiveOn', 'date'].find((field) => fields.includes(field));
  return `replace.${moving ?? fields[0] ?? ''}`;
}
