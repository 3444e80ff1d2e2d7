import { unreadable } from './reader';
import type { Token } from './tokens';

const VAGUE = 'this is too vague to be held to: write the month, the quarter or the day that is meant';
const UNSET = 'no date is set here: leave it until one is, or write the date';

const REASONS: ReadonlyMap<string, string> = new Map([
  ...['early', 'mid', 'middle', 'late', 'around', 'about', 'approximately', 'approx', 'circa', 'roughly'].map(
    (word): [string, string] => [word, VAGUE],
  ),
  ...['soon', 'shortly', 'asap', 'tbc', 'tba', 'tbd', 'unknown'].map((word): [string, string] => [word, UNSET]),
]);

/** Refuses at the first word that leaves the date open to guessing, or sign that no date has. */
export function refuseAtSight(tokens: readonly Token[]): void {
  for (const token of tokens) {
    const reason = token.kind === 'other' ? 'this sign cannot be read as part of a timescale' : REASONS.get(token.text);
    if (reason !== undefined) unreadable(reason, token);
  }
}
