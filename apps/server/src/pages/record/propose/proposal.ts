import { ListPriorities, type PriorityView } from '@promise/plans';
import type { GuardedRequest } from '../../../api/conventions/signed-in';
import type { Subject } from '../form/subject';
import type { Subjects } from '../form/subjects';
import type { Parents } from './horizon-field';
import type { Cited } from './priorities-field';

/** What a new milestone starts from. */
export interface Proposal extends Parents, Cited {
  /** The line of a plan that it was begun from. */
  readonly priority: PriorityView | null;
}

const ALL = { limit: 100_000 };

/** A new milestone, from the priority that `?priority=<plan>.<key>` names or from nothing. */
export async function proposalOf(subjects: Subjects, request: GuardedRequest): Promise<Subject<Proposal>> {
  const partnership = String(request.params.partnership);
  const { priority: id } = request.query;
  const [milestones, priority] = await Promise.all([
    subjects.milestones(partnership),
    typeof id !== 'string' || id === '' ? null : priorityOf(subjects, partnership, id),
  ]);
  const parents = milestones.map((each) => ({ id: each.id, title: each.title }));
  const cited = priority ? [{ id: priority.id, title: priority.title }] : [];
  return { view: { parents, cited, priority }, home: `/p/${partnership}/timeline` };
}

async function priorityOf(subjects: Subjects, partnership: string, id: string): Promise<PriorityView | null> {
  const [plan = ''] = id.split('.');
  const page = await subjects.queries.execute(new ListPriorities(partnership, plan, subjects.times(), ALL));
  return page?.items.find((each) => each.id === id) ?? null;
}
