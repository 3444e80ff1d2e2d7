import type { RecordedEvent } from '@promise/kernel';
import { insertRows, type Projection, recordPeriods, type StateChange, type TwoTimesRow } from '@promise/projections';
import { type EntityManager, In } from 'typeorm';
import { subjectIn, type PlanSubject } from '../../domain/plan/describe';
import { PLAN_EVENT_TYPES, planEventOf } from '../../domain/plan/events';
import { lineId, planKeyOf } from '../../domain/plan/ids';
import { periodsOf } from './periods';
import { type DatedPlanEvent, PlanFact } from './plan-fact.entity';
import { PlanRow, PriorityRow, StepRow } from './row.entity';
import { without } from './without';

const ROW_OF: Readonly<Record<PlanSubject['kind'], new () => TwoTimesRow>> = {
  plan: PlanRow,
  priority: PriorityRow,
  step: StepRow,
};

/** Plans, their priorities and their steps, by effective and by recorded time. */
export const plansProjection: Projection = {
  version: 1,
  entities: [PlanFact, PlanRow, PriorityRow, StepRow],
  handles: PLAN_EVENT_TYPES,
  async apply(events, manager) {
    const known = new Set<string>(PLAN_EVENT_TYPES);
    const fresh = events.filter(({ type }) => known.has(type)).map(newFact);
    if (fresh.length === 0) return;
    const things = await withEarlierFacts(fresh, manager);
    await insertRows(
      manager,
      PlanFact,
      fresh.map(({ fact }) => fact),
    );
    for (const [kind, entity] of Object.entries(ROW_OF)) {
      const changes = things.filter((thing) => thing.kind === kind).flatMap(changesOf);
      await recordPeriods(manager, entity, changes);
    }
  },
};

interface NewFact {
  readonly fact: Readonly<PlanFact>;
  readonly kind: PlanSubject['kind'];
  readonly partnership: string;
  readonly planKey: string;
  /** Of the row. */
  readonly id: string;
}

/** A plan, priority or step that the batch tells something new of. */
interface Thing extends Omit<NewFact, 'fact'> {
  readonly facts: readonly DatedPlanEvent[];
  /** How many of the facts were known before. */
  readonly knownBefore: number;
}

function newFact(recorded: RecordedEvent): NewFact {
  const { partnership, stream, effectiveOn, recordedAt } = recorded.envelope;
  const event = { ...planEventOf(recorded), effectiveOn, recordedAt };
  const planKey = planKeyOf(stream);
  const { kind, key } = subjectIn(event);
  const subject = `${partnership}/${planKey}/${kind}/${key}`;
  const id = kind === 'plan' ? planKey : lineId(planKey, key);
  return { fact: { subject, version: recorded.version, event }, kind, partnership, planKey, id };
}

async function withEarlierFacts(fresh: readonly NewFact[], manager: EntityManager): Promise<Thing[]> {
  const subjects = [...new Set(fresh.map(({ fact }) => fact.subject))];
  const earlier = await manager.find(PlanFact, { where: { subject: In(subjects) }, order: { version: 'ASC' } });
  const before = bySubject(earlier, (fact) => fact);
  const now = bySubject(fresh, ({ fact }) => fact);
  return [...now].flatMap(([subject, facts]) => {
    const [first] = facts;
    const known = before.get(subject) ?? [];
    if (!first) return [];
    const events = [...known, ...facts.map(({ fact }) => fact)].map(({ event }) => event);
    return [{ ...without(first, 'fact'), facts: events, knownBefore: known.length }];
  });
}

function bySubject<Item>(items: readonly Item[], factOf: (item: Item) => PlanFact): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const { subject } = factOf(item);
    const group = groups.get(subject);
    if (group) group.push(item);
    else groups.set(subject, [item]);
  }
  return groups;
}

/** What is believed after each moment at which something new was recorded. */
function changesOf({ partnership, planKey, id, kind, facts, knownBefore }: Thing): StateChange[] {
  const columns = kind === 'plan' ? {} : { planKey };
  return facts.flatMap(({ recordedAt }, n) =>
    n < knownBefore || facts[n + 1]?.recordedAt === recordedAt
      ? []
      : [{ partnership, id, knownFrom: recordedAt, columns, periods: periodsOf(facts.slice(0, n + 1)) }],
  );
}
