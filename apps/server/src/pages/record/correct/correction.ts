import { isPersonal, textOf } from '@promise/kernel';
import { type Fact, inEffect, type MilestoneView, voidedIn } from '@promise/milestones';
import type { TrailEntry } from '@promise/trail';
import { notFound } from '../../../api/conventions/problem';
import type { GuardedRequest } from '../../../api/conventions/signed-in';
import type { Subject } from '../form/subject';
import type { Subjects } from '../form/subjects';
import type { Parents } from '../propose/horizon-field';

/** One record of a milestone, to be put right. */
export interface Correction extends Parents, Pick<MilestoneView, 'evidence'> {
  readonly entry: TrailEntry;
  /** What it says by now, field by field and in clear; null for what does not count itself: corrections. */
  readonly values: Readonly<Record<string, unknown>> | null;
}

/** @throws Problem 404 there is no such record, or it was taken back */
export async function correctionOf(subjects: Subjects, request: GuardedRequest): Promise<Subject<Correction>> {
  const subject = await subjects.milestone(request);
  const partnership = String(request.params.partnership);
  const [history, all] = await Promise.all([
    subjects.history(partnership, subject.stream ?? ''),
    subjects.milestones(partnership),
  ]);
  const entry = history.find(({ event }) => event === request.params.event);
  if (!entry || takenBack(history).has(entry.event)) throw notFound('There is no such record to put right.');
  const happened = inEffect(factsOf(history)).find(({ id }) => id === entry.event);
  const values = happened ? inClear({ ...happened.payload, effectiveOn: happened.effectiveOn }) : null;
  const { evidence, id } = subject.view;
  const parents = all.filter((each) => each.id !== id);
  return { ...subject, view: { entry, values: values as Correction['values'], evidence, parents } };
}

/** The ids of the records that were taken back. */
export function takenBack(history: readonly TrailEntry[]): ReadonlySet<string> {
  return voidedIn(factsOf(history));
}

function factsOf(history: readonly TrailEntry[]): Fact[] {
  return history.map(
    ({ event, type, payload, effectiveOn, recordedAt }, version) =>
      ({ id: event, type, payload, effectiveOn, recordedAt, version }) as Fact,
  );
}

/** Texts as texts, at any depth. */
function inClear(value: unknown): unknown {
  if (isPersonal(value)) return textOf(value);
  if (Array.isArray(value)) return value.map(inClear);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inClear(member)]));
}
