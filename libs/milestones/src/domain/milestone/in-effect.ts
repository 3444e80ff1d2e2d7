import { type AnyStreamEvent, type Day, type Instant, isAnyStreamType, type RecordedEvent } from '@promise/kernel';
import type { CorrectionEvent, FieldsReplaced, HappenedEvent, MilestoneEvent } from './events';

/** An event as far as a state depends on it: plain data, so that it can be kept beside a read model. */
type FactOf<Event extends MilestoneEvent> = Event extends MilestoneEvent
  ? {
      readonly id: string;
      readonly type: Event['type'];
      readonly payload: Event['payload'];
      readonly effectiveOn: Day;
      readonly recordedAt: Instant;
      readonly version: number;
    }
  : never;

/** That a change was proposed or settled: it has a place in the stream, and changes nothing by itself. */
export interface MarkFact {
  readonly id: string;
  readonly type: AnyStreamEvent['type'];
  readonly payload: Readonly<Record<string, never>>;
  readonly effectiveOn: Day;
  readonly recordedAt: Instant;
  readonly version: number;
}

export type Fact = FactOf<MilestoneEvent> | MarkFact;
export type CorrectionFact = FactOf<CorrectionEvent>;

/** An event that holds, its fields as corrected. */
export type Happened = FactOf<HappenedEvent> & {
  /** Version of the last event of the stream that had a part in it: its own, or that of its last correction. */
  readonly lastVersion: number;
};

/** One kind of `Happened`. */
export type HappenedOf<Type extends HappenedEvent['type']> = Extract<Happened, { readonly type: Type }>;

export function factOf({ envelope, type, payload, version }: RecordedEvent<MilestoneEvent | AnyStreamEvent>): Fact {
  const { id, effectiveOn, recordedAt } = envelope;
  return { id, type, payload: isAnyStreamType(type) ? {} : payload, effectiveOn, recordedAt, version } as Fact;
}

/** Whether it only says that a change was proposed or settled. */
export function isMark(fact: Fact): fact is MarkFact {
  return isAnyStreamType(fact.type);
}

export function isCorrection(fact: Fact): fact is CorrectionFact {
  return fact.type === 'EventVoided' || fact.type === 'FieldsReplaced';
}

interface InForce {
  readonly voided: ReadonlySet<string>;
  readonly replaced: ReadonlyMap<string, readonly FactOf<FieldsReplaced>[]>;
}

/** Which corrections hold: from the last to the first, because a correction can itself be taken back later. */
function inForce(facts: readonly Fact[]): InForce {
  const voided = new Set<string>();
  const replaced = new Map<string, FactOf<FieldsReplaced>[]>();
  for (const fact of facts.toReversed()) {
    if (!isCorrection(fact) || voided.has(fact.id)) continue;
    if (fact.type === 'EventVoided') voided.add(fact.payload.event);
    else replaced.set(fact.payload.event, [fact, ...(replaced.get(fact.payload.event) ?? [])]);
  }
  return { voided, replaced };
}

/** The ids of events that are taken back, corrections among them. */
export function voidedIn(facts: readonly Fact[]): ReadonlySet<string> {
  return inForce(facts).voided;
}

/**
 * What holds, in order of effect: corrections applied, the proposal first whatever its day, then by effective day and
 * then as recorded. Takes the facts of one milestone in log order.
 */
export function inEffect(facts: readonly Fact[]): readonly Happened[] {
  const { voided, replaced } = inForce(facts);
  return facts
    .flatMap((fact) => (isCorrection(fact) || isMark(fact) || voided.has(fact.id) ? [] : [asRecorded(fact)]))
    .map((happened) => (replaced.get(happened.id) ?? []).reduce(withReplaced, happened))
    .sort(byEffect);
}

const recorded = new WeakMap<Fact, Happened>();

/** The same object for the same fact, so that what is made of it can be kept too. */
function asRecorded(fact: Exclude<Fact, CorrectionFact | MarkFact>): Happened {
  const known = recorded.get(fact) ?? { ...fact, lastVersion: fact.version };
  recorded.set(fact, known);
  return known;
}

function withReplaced(happened: Happened, correction: FactOf<FieldsReplaced>): Happened {
  const { effectiveOn = happened.effectiveOn, ...fields } = correction.payload.replace;
  const payload = { ...happened.payload, ...fields };
  return { ...happened, payload, effectiveOn, lastVersion: correction.version } as Happened;
}

function byEffect(a: Happened, b: Happened): number {
  const first = Number(b.type === 'MilestoneProposed') - Number(a.type === 'MilestoneProposed');
  if (first !== 0) return first;
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? -1 : 1;
  return a.version - b.version;
}
