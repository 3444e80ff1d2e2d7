import type { Unplaced } from './draft';
import { readPartAfter } from './read-part';
import { yearAfter } from './read-year-after';
import { across, unreadable, type Reader } from './reader';
import type { Token } from './tokens';
import { monthOf } from './vocabulary';
import { TWO_DIGITS, dayGoesOn, oneYear, readYears, type Years } from './years';

/** A date that begins with a number: `2027-03-31`, `31/03/2027`, `03/2027`, `31 March 2027`, `2027`, `2024/25`. */
export function readNumeric(reader: Reader): Unplaced {
  const first = reader.peek() ?? reader.fail('a number is missing here');
  if (first.length === 4) return yearFirst(reader, first);
  if (first.length > 2) return reader.fail('a day has one or two digits and a year four');
  reader.take('number');
  return figures(reader, first) ?? dayAndName(reader, first);
}

function yearFirst(reader: Reader, first: Token): Unplaced {
  const [month, day] = [reader.peek(2), reader.peek(4)];
  const sign = reader.kind(1);
  const signs = (sign === 'dash' || sign === 'slash') && reader.kind(3) === sign;
  if (signs && isShort(month) && isShort(day)) {
    for (let taken = 0; taken < 5; taken += 1) reader.take('number', sign);
    return numericDay(day, month, oneYear(first));
  }
  if (sign === 'dash' && isMonthNumber(month) && !dayGoesOn(reader, 3)) {
    return isoMonth(reader, first, month);
  }
  return readPartAfter(reader, readYears(reader, 'nothing'));
}

function isShort(token: Token | undefined): token is Token {
  return token?.kind === 'number' && token.length <= 2;
}

/** Whether the two digits after a year can be a month. */
function isMonthNumber(token: Token | undefined): token is Token {
  return token?.kind === 'number' && token.length === 2 && Number(token.text) >= 1 && Number(token.text) <= 12;
}

function isoMonth(reader: Reader, year: Token, month: Token): Unplaced {
  if (Number(month.text) > Number(year.text) % 100) {
    unreadable(
      'this may be a month or a range of years: write the month as a word, or both years in full',
      across(year, month),
    );
  }
  for (let taken = 0; taken < 3; taken += 1) reader.take('number', 'dash');
  return { unit: 'month', month: monthNumber(month), years: oneYear(year) };
}

/** `31/03/2027` (British order) and `03/2027`, with slashes, dots or dashes; nothing when it is neither. */
function figures(reader: Reader, first: Token): Unplaced | undefined {
  const [sign, second] = [reader.kind(), reader.peek(1)];
  if ((sign !== 'slash' && sign !== 'dot' && sign !== 'dash') || second?.kind !== 'number') return undefined;
  if (second.length === 4) {
    reader.take(sign);
    reader.take('number');
    return { unit: 'month', month: monthNumber(first), years: oneYear(second) };
  }
  const third = reader.kind(2) === sign ? reader.peek(3) : undefined;
  if (third?.kind === 'number' && isShort(second)) return dayMonthYear(reader, first, second, third);
  if (sign === 'dash') return undefined;
  return unreadable('the year is missing, or has only two digits', across(first, second));
}

function dayMonthYear(reader: Reader, day: Token, month: Token, year: Token): Unplaced {
  if (year.length === 2) unreadable(TWO_DIGITS, year);
  for (let taken = 0; taken < 4; taken += 1) reader.take('number', 'slash', 'dot', 'dash');
  return numericDay(day, month, oneYear(year));
}

function monthNumber(token: Token): number {
  const month = Number(token.text);
  return month >= 1 && month <= 12 ? month : unreadable(`there is no month ${String(month)}`, token);
}

function numericDay(dayToken: Token, month: Token, years: Years): Unplaced {
  const day = Number(dayToken.text);
  if (Number(month.text) > 12 && Number(month.text) <= 31 && day <= 12) {
    unreadable(`there is no month ${month.text}: the day stands before the month, as in 31/03/2027`, month);
  }
  return { unit: 'day', day, month: monthNumber(month), weekday: null, years };
}

/** `31 March 2027`, `31st of March`, or only `31` where a range goes on to say the month. */
function dayAndName(reader: Reader, first: Token): Unplaced {
  const day = Number(first.text);
  reader.takePhrase('st', 'nd', 'rd', 'th');
  const mark = reader.mark;
  if (!reader.takePhrase('of')) reader.take('dash');
  const month = monthOf(reader.word());
  if (month === undefined) {
    reader.backTo(mark);
    return { unit: 'day', day, month: null, weekday: null, years: null };
  }
  reader.take('word');
  reader.take('dot');
  return { unit: 'day', day, month, weekday: null, years: yearAfter(reader) };
}
