import type { Token, TokenKind } from './tokens';

/** Where in the text something stands, in UTF-16 code units. */
export interface Place {
  readonly at: number;
  readonly length: number;
}

/** The words cannot be read: why, and where. Never leaves `parseTimescale`. */
export class Unreadable extends Error {
  readonly place: Place;

  constructor(reason: string, place: Place) {
    super(reason);
    this.name = 'Unreadable';
    this.place = place;
  }
}

export function unreadable(reason: string, place: Place): never {
  throw new Unreadable(reason, place);
}

/** From the start of the first to the end of the last. */
export function across(first: Place, last: Place): Place {
  return { at: first.at, length: last.at + last.length - first.at };
}

/** Walks over the tokens. `take…` moves on only when it finds what was asked for. */
export class Reader {
  private next = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly textLength: number,
  ) {}

  get done(): boolean {
    return this.next >= this.tokens.length;
  }

  /** The place in the list of tokens, to come back to. */
  get mark(): number {
    return this.next;
  }

  backTo(mark: number): void {
    this.next = mark;
  }

  peek(ahead = 0): Token | undefined {
    return this.tokens[this.next + ahead];
  }

  kind(ahead = 0): TokenKind | undefined {
    return this.peek(ahead)?.kind;
  }

  /** The word that stands there, or nothing when it is no word. */
  word(ahead = 0): string | undefined {
    const token = this.peek(ahead);
    return token?.kind === 'word' ? token.text : undefined;
  }

  take(...kinds: readonly TokenKind[]): Token | undefined {
    const token = this.peek();
    if (token === undefined || !kinds.includes(token.kind)) return undefined;
    this.next += 1;
    return token;
  }

  /** Takes the first of the phrases that stands here. A dash may stand between its words: `on-going`. */
  takePhrase(...phrases: readonly string[]): boolean {
    return phrases.some((phrase) => this.takeAll(phrase.split(' ')));
  }

  /** Whether one of the phrases stands here. */
  follows(...phrases: readonly string[]): boolean {
    const mark = this.mark;
    const found = this.takePhrase(...phrases);
    this.backTo(mark);
    return found;
  }

  private takeAll(words: readonly string[]): boolean {
    const mark = this.mark;
    for (const [index, word] of words.entries()) {
      if (index > 0) this.take('dash');
      if (this.word() !== word) {
        this.backTo(mark);
        return false;
      }
      this.next += 1;
    }
    return true;
  }

  /** From the token at the mark to the last one taken. */
  since(mark: number): Place {
    const [first, last] = [this.tokens[mark], this.tokens[this.next - 1]];
    return first !== undefined && last !== undefined && mark < this.next ? across(first, last) : this.here();
  }

  /** The last number of four digits that was taken. */
  lastYear(): string | undefined {
    const taken = this.tokens.slice(0, this.next);
    return taken.findLast((token) => token.kind === 'number' && token.length === 4)?.text;
  }

  /** The next token's place, or the end of the text. */
  here(): Place {
    return this.peek() ?? { at: this.textLength, length: 0 };
  }

  fail(reason: string): never {
    return unreadable(reason, this.here());
  }
}
