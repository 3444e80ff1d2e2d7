import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { londonDay } from '@promise/kernel';
import { ListMilestones } from '@promise/milestones';
import { ListPlans } from '@promise/plans';
import { ListReviews } from '@promise/reviews';
import { Now } from '../../api/conventions/now';

const ALL = { limit: 100_000 };

/** What milestones, plans and reviews are called today, by id. */
@Injectable()
export class Titles {
  constructor(
    private readonly queries: QueryBus,
    private readonly now: Now,
  ) {}

  async in(partnership: string): Promise<ReadonlyMap<string, string>> {
    const knownAt = this.now.instant();
    const times = { asAt: londonDay(knownAt), knownAt };
    const [milestones, plans, reviews] = await Promise.all([
      this.queries.execute(new ListMilestones(partnership, times, {}, ALL)),
      this.queries.execute(new ListPlans(partnership, times)),
      this.queries.execute(new ListReviews(partnership)),
    ]);
    return new Map([...milestones.items, ...plans, ...reviews].map(({ id, title }) => [id, title]));
  }
}
