import { Injectable } from '@nestjs/common';
import { Accounts, type InspectorRead, InspectorReads, mayDo, type Person } from '@promise/identity';
import { addDays, type Day, endOfLondonDay } from '@promise/kernel';
import type { Page, PageWanted } from '../conventions/paging';

/** Which reads are asked for; days are those of London. */
export interface ReadsWanted {
  /** The id of one. */
  readonly inspector?: string | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** A read as somebody may see it. */
export interface ShownRead extends InspectorRead {
  /** Of the inspector; null where whoever asks may not see it, or there is none. */
  readonly name: string | null;
}

/** What inspectors read, as far as somebody may see it. */
@Injectable()
export class ShownReads {
  constructor(
    private readonly reads: InspectorReads,
    private readonly accounts: Accounts,
  ) {}

  async page(partnership: string, viewer: Person, wanted: ReadsWanted, page: PageWanted): Promise<Page<ShownRead>> {
    const { inspector, from, to } = wanted;
    const seesAll = mayDo('inspector-reads.read-all', viewer.roles);
    if (!seesAll && inspector !== undefined && inspector !== viewer.id) return { items: [], next: null };
    const person = seesAll ? inspector : viewer.id;
    const filter = {
      ...(person === undefined ? {} : { person }),
      ...(from === undefined ? {} : { from: endOfLondonDay(addDays(from, -1)) }),
      ...(to === undefined ? {} : { until: endOfLondonDay(to) }),
    };
    const { items, next } = await this.reads.in(partnership, filter, page);
    const names = await this.names(items, viewer);
    return { items: items.map((read) => ({ ...read, name: names.get(read.person) ?? null })), next };
  }

  private async names(reads: readonly InspectorRead[], { roles }: Person): Promise<ReadonlyMap<string, string>> {
    if (!mayDo('inspector-reads.read-names', roles)) return new Map();
    const accounts = await this.accounts.all([...new Set(reads.map(({ person }) => person))]);
    return new Map(accounts.map(({ person, name }) => [person, name]));
  }
}
