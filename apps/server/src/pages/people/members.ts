import { Injectable } from '@nestjs/common';
import { Accounts } from '@promise/identity';
import { type RoleHolding, RoleHoldingsQuery } from '@promise/people';
import { Now } from '../../api/conventions/now';
import { notFound } from '../../api/conventions/problem';

/** Somebody with a role in a partnership. */
export interface Member {
  readonly person: string;
  /** Null for somebody without an account here, such as the demonstration people. */
  readonly name: string | null;
  readonly appearsAs: string | null;
  readonly active: boolean;
  /** They sign in at a service of their council. */
  readonly isElsewhere: boolean;
  readonly holdings: readonly RoleHolding[];
}

/** The people of a partnership, as its administrators see them. */
@Injectable()
export class Members {
  constructor(
    private readonly holdings: RoleHoldingsQuery,
    private readonly accounts: Accounts,
    private readonly now: Now,
  ) {}

  async of(partnership: string): Promise<Member[]> {
    const holdings = await this.holdings.openIn(partnership, this.now.today());
    const people = [...new Set(holdings.map(({ person }) => person))];
    const accounts = new Map((await this.accounts.all(people)).map((account) => [account.person, account]));
    return people.map((person) => {
      const account = accounts.get(person);
      return {
        person,
        name: account?.name ?? null,
        appearsAs: account?.appearsAs ?? null,
        active: account?.active ?? false,
        isElsewhere: account?.isElsewhere ?? false,
        holdings: holdings.filter((each) => each.person === person),
      };
    });
  }

  /** @throws Problem 404 this person has no role in the partnership */
  async one(partnership: string, person: string): Promise<Member> {
    const member = (await this.of(partnership)).find((each) => each.person === person);
    return member ?? notHere();
  }

  /**
   * Whether the person has roles in this partnership alone, so that its administrators may speak for them. Whoever had one
   * elsewhere gets what they recorded there with their own data, and whoever will have one is let in there.
   */
  async isOnlyHere(partnership: string, person: string): Promise<boolean> {
    const everywhere = await this.holdings.partnershipsEverOf(person);
    return everywhere.every((each) => each === partnership);
  }
}

function notHere(): never {
  throw notFound('There is no such person in this partnership.', 'person');
}
