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

  /** Where somebody sets up the partnership that waits for them; null where none does. */
  async waitingFor(person: string): Promise<string | null> {
    const waiting = (await this.places(person)).find(({ isRegistered }) => !isRegistered);
    return waiting ? `/p/${waiting.partnership}/set-up` : null;
  }

  /** Where somebody is at home: what they have to set up, or the only partnership that they have a role in; else null. */
  async homeOf(person: string): Promise<string | null> {
    const waiting = await this.waitingFor(person);
    if (waiting !== null) return waiting;
    const [first, second] = await this.places(person);
    return first && !second ? `/p/${first.partnership}` : null;
  }

  private async places(person: string): Promise<{ readonly partnership: string; readonly isRegistered: boolean }[]> {
    const own = await this.holdings.partnershipsOf(person, this.now.today());
    if (own.length === 0) return [];
    const registered = new Set((await this.partnerships.list()).map(({ partnership }) => partnership));
    return own.map((partnership) => ({ partnership, isRegistered: registered.has(partnership) }));
  }
}
