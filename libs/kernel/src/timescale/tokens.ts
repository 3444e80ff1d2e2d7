export type TokenKind =
  'number' | 'word' | 'dash' | 'slash' | 'dot' | 'comma' | 'colon' | 'open' | 'close' | 'apostrophe' | 'other';

/** A piece of the text. `at` and `length` count UTF-16 code units from the start of what was given. */
export interface Token {
  readonly kind: TokenKind;
  /** In lower case, for comparing. */
  readonly text: string;
  readonly at: number;
  readonly length: number;
}

const SIGNS: Readonly<Record<string, TokenKind>> = {
  '/': 'slash',
  '.': 'dot',
  ',': 'comma',
  ';': 'comma',
  ':': 'colon',
  '(': 'open',
  ')': 'close',
  "'": 'apostrophe',
  '\u2018': 'apostrophe',
  '\u2019': 'apostrophe',
};

/** Hyphen-minus, hyphens, figure, en and em dash, horizontal bar, minus sign. */
const DASH = /^[-\u2010-\u2015\u2212]$/;

/** Splits the text into numbers, words and signs; white space only parts them. Dashes in a row count as one. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/[0-9]+|\p{L}+|\S/gu)) {
    const token = { kind: kindOf(match[0]), text: match[0].toLowerCase(), at: match.index, length: match[0].length };
    const before = tokens.at(-1);
    if (token.kind === 'dash' && before?.kind === 'dash') {
      tokens[tokens.length - 1] = { ...before, length: token.at + token.length - before.at };
    } else {
      tokens.push(token.text === '&' ? { ...token, kind: 'word', text: 'and' } : token);
    }
  }
  return tokens;
}

function kindOf(piece: string): TokenKind {
  if (/^[0-9]/.test(piece)) return 'number';
  if (/^\p{L}/u.test(piece)) return 'word';
  return DASH.test(piece) ? 'dash' : (SIGNS[piece] ?? 'other');
}

/** Whether the second follows the first without white space. */
export function adjacent(first: Token, second: Token): boolean {
  return first.at + first.length === second.at;
}
