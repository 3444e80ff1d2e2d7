import { Injectable } from '@nestjs/common';
import { type Action, mayDoBeforeRegistration, roleFor } from '@promise/identity';
import { PartnershipsQuery } from '@promise/partnerships';
import { RoleHoldingsQuery } from '@promise/people';
import { Now } from '../api/conventions/now';

/** Partnerships that have an administrator and are not registered yet. Nobody else learns of them. */
@Injectable()
export class Beginnings {
  constructor(
    private readonly holdings: RoleHoldingsQuery,
    private readonly partnerships: PartnershipsQuery,
    private readonly now: Now,
  ) {}

  /**
   * Whether somebody may do it in a partnership that is not registered. Asked of their roles there: demonstration people
   * have theirs everywhere, and would begin any partnership.
   */
  async mayDo(action: Action, person: string, partnership: string): Promise<boolean> {
    if (!mayDoBeforeRegistration(action)) return false;
    const roles = await this.holdings.rolesOf(person, partnership, this.now.today());
    return roleFor(action, roles) !== null;
  }

  /** Where somebody is at home: what they have to set up, or the only partnership that they have a role in; else null. */
  async homeOf(person: string): Promise<string | null> {
    const own = await this.holdings.partnershipsOf(person, this.now.today());
    if (own.length === 0) return null;
    const registered = new Set((await this.partnerships.list()).map(({ partnership }) => partnership));
    const waiting = own.find((each) => !registered.has(each));
    if (waiting !== undefined) return `/p/${waiting}/set-up`;
    return own.length === 1 ? `/p/${String(own[0])}` : null;
  }
}
