import type { Day } from '../days';
import { spellDay, spellRange, unitEnding, unitStarting } from './spell';
import type { Precision, Timescale } from './timescale';

/**
 * The timescale in plain English, to stand after a verb: "by the end of March 2027", "from April 2020, with no end",
 * "October 2019 to September 2020", "in September 2019". A recurring standard is said in its own words.
 */
export function describeTimescale(timescale: Timescale): string {
  const { words, start, end, precision, shape } = timescale;
  if (shape === 'recurring') return `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;
  if (end === null) return start === null ? 'ongoing, with no end' : `from ${startName(start, precision)}, with no end`;
  if (shape === 'by') return `by ${endName(end, precision)}`;
  if (start === null) return `until ${endName(end, precision)}`;
  const name = periodName(start, end, precision);
  if (shape === 'throughout') return `throughout ${name}`;
  if (precision === 'day' && start === end) return `on ${name}`;
  return precision === 'range' ? name : `in ${name}`;
}

function startName(start: Day, precision: Precision): string {
  return unitStarting(start, precision) ?? spellDay(start);
}

function endName(end: Day, precision: Precision): string {
  const unit = unitEnding(end, precision);
  return unit === undefined ? spellDay(end) : `the end of ${unit}`;
}

function periodName(start: Day, end: Day, precision: Precision): string {
  if (precision === 'quarter') return quarterName(start, end);
  if (precision === 'day' && start === end) return spellDay(start);
  const unit = precision === 'range' ? undefined : unitStarting(start, precision);
  return unit !== undefined && unit === unitEnding(end, precision) ? unit : spellRange(start, end);
}

/** `October to December 2024`: the months are clear to everyone, whichever year the quarter was counted in. */
function quarterName(start: Day, end: Day): string {
  return spellRange(start, end).replace(/^(\p{L}+) (\d{4}) to (\p{L}+ \2)$/u, '$1 to $3');
}
