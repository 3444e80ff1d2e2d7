import { Inject, Injectable } from '@nestjs/common';
import { Accounts } from '@promise/identity';
import { CLOCK, type Clock, londonDay } from '@promise/kernel';
import { PartnershipsQuery } from '@promise/partnerships';
import { RoleHoldingsQuery } from '@promise/people';
import { Freshness } from '@promise/projections';
import { timeIsOver } from './time-is-over';

const PATIENCE_MS = 10_000;

/** Deletes the accounts that partnerships have kept long enough. Any number of servers may do it at the same time. */
@Injectable()
export class AccountRetention {
  constructor(
    private readonly accounts: Accounts,
    private readonly roles: RoleHoldingsQuery,
    private readonly partnerships: PartnershipsQuery,
    private readonly freshness: Freshness,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @returns how many were deleted
   * @throws NotYetFresh the read models are behind: somebody may have a new role that they do not show
   */
  async apply(): Promise<number> {
    await this.freshness.waitUntilNow(PATIENCE_MS);
    const now = this.clock.now();
    const over = new Set(timeIsOver(await this.roles.lastRoles(), await this.months(), londonDay(now)));
    const people = (await this.accounts.people()).filter((person) => over.has(person));
    return people.length === 0 ? 0 : this.accounts.forget(people);
  }

  private async months(): Promise<Map<string, number>> {
    const now = this.clock.now();
    const times = { asAt: londonDay(now), knownAt: now };
    const months = new Map<string, number>();
    for (const { partnership } of await this.partnerships.list()) {
      const view = await this.partnerships.one(partnership, times);
      if (view?.retention) months.set(partnership, view.retention.accountMonths);
    }
    return months;
  }
}
