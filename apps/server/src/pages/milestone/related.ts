import type { QueryBus } from '@nestjs/cqrs';
import { ListMilestones, type MilestoneView, ReadMilestone } from '@promise/milestones';
import { ListPriorities } from '@promise/plans';
import type { Times } from '@promise/projections';
import { linkTo, type View } from '../frame/view';
import { anchorOf } from '../plans/anchors';
import type { Named, Story } from './milestone-view';

const ALL = { limit: 100_000 };

/** What a milestone's page links to: the milestone above it, those on the way to it, and the priorities it cites. */
export async function relatedTo(
  queries: QueryBus,
  milestone: MilestoneView,
  base: string,
  view: View,
): Promise<Pick<Story, 'parent' | 'children' | 'priorities'>> {
  const { partnership, parent, id } = milestone;
  const { times } = view;
  const named = (other: MilestoneView): Named => ({
    href: linkTo(view, `${base}/milestones/${other.id}`),
    title: other.title,
  });
  const [above, interim, priorities] = await Promise.all([
    parent === null ? null : queries.execute(new ReadMilestone(partnership, parent, times)),
    queries.execute(new ListMilestones(partnership, times, { horizon: 'interim' }, ALL)),
    prioritiesOf(queries, milestone, times),
  ]);
  return {
    parent: above && named(above),
    children: interim.items.filter((each) => each.parent === id).map(named),
    priorities: priorities.map(({ plan, priority, title }) => ({
      href: `${linkTo(view, `${base}/plans/${plan}`)}#${anchorOf('priority', priority)}`,
      title,
    })),
  };
}

interface Cited {
  readonly plan: string;
  readonly priority: string;
  readonly title: string;
}

/** The cited priorities; one that the plan does not hold on that day goes by its id. */
async function prioritiesOf(queries: QueryBus, milestone: MilestoneView, times: Times): Promise<Cited[]> {
  const plans = [...new Set(milestone.priorities.map(planOf))];
  const lists = await Promise.all(
    plans.map((plan) => queries.execute(new ListPriorities(milestone.partnership, plan, times, ALL))),
  );
  const titles = new Map(lists.flatMap((list) => list?.items ?? []).map(({ id, title }) => [id, title]));
  return milestone.priorities.map((priority) => ({
    plan: planOf(priority),
    priority,
    title: titles.get(priority) ?? priority,
  }));
}

function planOf(priority: string): string {
  return priority.split('.')[0] ?? priority;
}
