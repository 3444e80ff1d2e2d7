import { unreadable, type Reader } from './reader';
import { monthOf, numberOf } from './vocabulary';

const ADVERBS = [
  'annually',
  'annual',
  'yearly',
  'half yearly',
  'quarterly',
  'termly',
  'monthly',
  'fortnightly',
  'weekly',
  'daily',
];
const UNITS = [
  'day',
  'days',
  'week',
  'weeks',
  'fortnight',
  'month',
  'months',
  'quarter',
  'quarters',
  'school term',
  'term',
  'terms',
  'year',
  'years',
];

/** What a standard such as "within 4 weeks of" may count from: a closed list, as the words are kept in clear. */
const OCCASIONS = [
  'first becoming looked after',
  'becoming looked after',
  'being looked after',
  'becoming accommodated',
  'coming into care',
  'entering care',
  'leaving care',
  'moving home',
  'placement',
  'move',
  'referral',
  'admission',
  'birth',
  'request',
  'review',
  'meeting',
  'hearing',
  'notification',
];

/** Takes a standard that comes round again; false when none stands here. */
export function takeRecurring(reader: Reader): boolean {
  refuseTwofold(reader);
  const mark = reader.mark;
  reader.takePhrase('at least');
  if (takeEvery(reader) || takeTimes(reader) || takeAdverb(reader) || takeWithin(reader)) return true;
  reader.backTo(mark);
  return false;
}

function refuseTwofold(reader: Reader): void {
  const mark = reader.mark;
  if (/^bi(annual|annually|monthly|weekly|yearly)?$/.test(reader.word() ?? '')) {
    reader.take('word');
    unreadable(
      'this may mean twice in it or every second one: write "every six months" or the like',
      reader.since(mark),
    );
  }
}

/** `every six months`, `each year`, `every other week`, `every March`. */
function takeEvery(reader: Reader): boolean {
  if (!reader.takePhrase('every', 'each')) return false;
  if (monthOf(reader.word()) !== undefined) return reader.take('word') !== undefined;
  if (takeCount(reader) === undefined) reader.takePhrase('other', 'second', 'third');
  if (!reader.takePhrase(...UNITS)) reader.fail('a time such as "month" or "year" is missing here');
  return true;
}

/** `twice a year`, `once every quarter`, `three times a year`. */
function takeTimes(reader: Reader): boolean {
  const mark = reader.mark;
  const often = reader.takePhrase('once', 'twice') || (takeCount(reader) !== undefined && reader.takePhrase('times'));
  if (often && reader.takePhrase('yearly', 'monthly', 'weekly')) return true;
  if (often && reader.takePhrase('a', 'per', 'each', 'every') && reader.takePhrase(...UNITS)) return true;
  reader.backTo(mark);
  return false;
}

/** `annually`, `six monthly`, `on a six-monthly basis`. */
function takeAdverb(reader: Reader): boolean {
  const mark = reader.mark;
  const basis = reader.takePhrase('on a', 'on an');
  if (takeCount(reader) !== undefined) reader.take('dash');
  if (reader.takePhrase(...ADVERBS) && (!basis || reader.takePhrase('basis'))) return true;
  reader.backTo(mark);
  return false;
}

/** `within 4 weeks of becoming looked after`. */
function takeWithin(reader: Reader): boolean {
  const mark = reader.mark;
  if (!reader.takePhrase('within') || takeCount(reader) === undefined) {
    reader.backTo(mark);
    return false;
  }
  reader.takePhrase('calendar', 'working', 'school');
  if (!reader.takePhrase(...UNITS)) {
    reader.backTo(mark);
    return false;
  }
  if (!reader.takePhrase('of', 'after', 'from')) reader.fail('it does not say what the time counts from');
  reader.takePhrase('a', 'an', 'the', 'their', 'each', 'every');
  if (!reader.takePhrase(...OCCASIONS)) reader.fail('what the time counts from is not on the list of known occasions');
  return true;
}

function takeCount(reader: Reader): number | undefined {
  const token = reader.peek();
  const count = token?.kind === 'number' ? Number(token.text) : numberOf(token?.text);
  if (token === undefined || count === undefined || count < 1 || count > 999) return undefined;
  reader.take('number', 'word');
  return count;
}
