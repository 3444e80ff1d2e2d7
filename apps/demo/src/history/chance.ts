import { createHash } from 'node:crypto';

/** Chance that falls the same way every time: the same seed gives the same numbers. */
export class Chance {
  private count = 0;

  constructor(private readonly seed: string) {}

  /** From 0 up to, but without, 1. */
  next(): number {
    const digest = createHash('sha256').update(`${this.seed} ${this.count}`).digest();
    this.count += 1;
    return digest.readUInt32BE(0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** True in so many of a hundred cases. */
  percent(share: number): boolean {
    return this.next() * 100 < share;
  }
}

/** Deals the cards of a pack one after the other and shuffles again when all are dealt, so that nothing soon repeats. */
export class Deck<Card> {
  private left: Card[] = [];

  constructor(
    private readonly cards: readonly Card[],
    private readonly chance: Chance,
  ) {}

  deal(): Card {
    if (this.left.length === 0) this.left = [...this.cards];
    const [card] = this.left.splice(this.chance.between(0, this.left.length - 1), 1);
    if (card === undefined) throw new RangeError('there is no card to deal');
    return card;
  }
}
