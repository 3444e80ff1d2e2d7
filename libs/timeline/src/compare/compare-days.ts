import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Day } from '@promise/kernel';
import { type Comparison, CompareQuery } from './compare.query';

/** What changed in a partnership between two days, each as it stood then. */
export class CompareDays extends Query<Comparison> {
  constructor(
    readonly partnership: string,
    readonly from: Day,
    readonly to: Day,
  ) {
    super();
  }
}

@QueryHandler(CompareDays)
export class CompareDaysHandler implements IQueryHandler<CompareDays> {
  constructor(private readonly compare: CompareQuery) {}

  execute({ partnership, from, to }: CompareDays): Promise<Comparison> {
    return this.compare.read(partnership, from, to);
  }
}
