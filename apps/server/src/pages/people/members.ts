import { Injectable } from '@nestjs/common';
import { Accounts } from '@promise/identity';
import { type RoleHolding, RoleHoldingsQuery } from '@promise/people';
import { Freshness } from '@promise/projections';
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

const PATIENCE_MS = 5_000;

/** The people of a partnership, as its administrators see them. */
@Injectable()
export class Members {
  constructor(
    private readonly holdings: RoleHoldingsQuery,
    private readonly accounts: Accounts,
    private readonly freshness: Freshness,
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

  /**
   * A token for a link, while the person has roles in this partnership alone; null where they have got one elsewhere by now.
   * It is looked at once the link is there: whoever gives a role elsewhere ends all links when that is recorded, so one of
   * the two sees the other.
   * @throws NotYetFresh nobody can tell; no link is left
   */
  async linkFor(partnership: string, person: string): Promise<string | null> {
    const token = await this.accounts.linkFor(person);
    let isGood = false;
    try {
      await this.freshness.waitUntilNow(PATIENCE_MS);
      isGood = await this.isOnlyHere(partnership, person);
    } finally {
      if (!isGood) await this.accounts.endLinks(person);
    }
    return isGood ? token : null;
  }
}

function notHere(): never {
  throw notFound('There is no such person in this partnership.', 'person');
}
