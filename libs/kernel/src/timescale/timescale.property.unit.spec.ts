import fc from 'fast-check';
import { isDay } from '../days';
import { describeTimescale } from './describe';
import { parseTimescale } from './parse';

const MONTHS = ['January', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'October', 'Nov', 'December'];
const SEASONS = ['spring', 'summer', 'autumn'];

const year = fc.integer({ min: 2001, max: 2097 });
const pair = year.map((first) => `${first}/${String(first + 1).slice(2)}`);
const date = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 28 }), fc.constantFrom(...MONTHS), year)
    .map(([day, month, of]) => `${day} ${month} ${of}`),
  fc.tuple(fc.constantFrom(...MONTHS), year).map(([month, of]) => `${month} ${of}`),
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.oneof(year.map(String), pair)).map(([nth, of]) => `Q${nth} ${of}`),
  fc.tuple(fc.constantFrom(...SEASONS), year).map(([season, of]) => `${season} ${of}`),
  pair.map((of) => `winter ${of}`),
  year.map(String),
  pair,
  pair.map((of) => `school year ${of}`),
);
const single = fc
  .tuple(
    fc.constantFrom('', 'in ', 'by ', 'by the end of ', 'before ', 'from ', 'after ', 'until ', 'throughout '),
    date,
  )
  .map((parts) => parts.join(''));
const range = fc.tuple(date, fc.constantFrom(' to ', '-', ' — ', ' until '), date).map((parts) => parts.join(''));
const words = fc.oneof(
  single,
  date.map((text) => `${text} onwards`),
  range,
  fc.constant('ongoing'),
);

/** Strings made of what the grammar knows, in any order: they reach deeper than random characters. */
const salad = fc
  .array(
    fc.constantFrom(
      ...['2019', '2022', '31', '4', '20192019', '25', 'March', 'Sept', 'autumn', 'winter', 'Q', 'quarter', 'first'],
      ...[
        '-',
        '—',
        '/',
        '.',
        ',',
        ':',
        '(',
        ')',
        "'",
        'to',
        'and',
        'by',
        'before',
        'from',
        'until',
        'throughout',
        'the',
      ],
      ...['end of', 'start of', 'onwards', 'ongoing', 'every', 'months', 'within', 'weeks', 'of', 'Report', 'complete'],
      ...['financial year', 'school year', 'year', 'Monday', 'st', 'between', 'timescale', 'plan', 'no end', 'İ', '\0'],
    ),
    { maxLength: 14 },
  )
  .chain((pieces) => fc.constantFrom('', ' ').map((gap) => pieces.join(gap)));

function expectSound(text: string): void {
  const parsed = parseTimescale(text);
  if (!parsed.ok) {
    expect(parsed.reason).not.toBe('');
    expect(parsed.at).toBeGreaterThanOrEqual(0);
    expect(parsed.at + parsed.length).toBeLessThanOrEqual(text.length);
    return;
  }
  const { start, end } = parsed.timescale;
  expect(parsed.timescale.words).toBe(text.trim());
  for (const day of [start, end]) {
    expect(day === null || (isDay(day) && day >= '2000-01-01' && day <= '2099-12-31')).toBe(true);
  }
  expect(start === null || end === null || start <= end).toBe(true);
}

it('never throws, points inside the text, and gives real days in order: any string', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 250 }), expectSound), { numRuns: 500 });
});

it('never throws, points inside the text, and gives real days in order: its own words in any order', () => {
  fc.assert(fc.property(salad, expectSound), { numRuns: 2_000 });
});

it('reads its own description back as the same days and shape', () => {
  let read = 0;
  fc.assert(
    fc.property(words, (text) => {
      const parsed = parseTimescale(text);
      if (!parsed.ok) {
        // Only a range can be wrong here: the second date may lie before the first, or leave it open what is meant.
        expect(parsed.reason).toMatch(/ends before it starts|follow each other|a month or a range|or a range/);
        return;
      }
      read += 1;
      const { start, end, shape } = parsed.timescale;
      const again = parseTimescale(describeTimescale(parsed.timescale));
      expect(again).toMatchObject({ ok: true, timescale: { start, end, shape } });
    }),
    { numRuns: 1_000 },
  );
  expect(read).toBeGreaterThan(500);
});

it('lets no word pass that is on none of its lists', () => {
  // No word on the lists begins like these.
  const foreign = fc.stringMatching(/^(xq|zv|wk)[a-z]{1,7}$/);
  fc.assert(
    fc.property(words, foreign, fc.nat({ max: 6 }), (text, word, place) => {
      const pieces = text.split(' ');
      pieces.splice(place, 0, word);
      expect(parseTimescale(pieces.join(' ')).ok).toBe(false);
    }),
  );
});
