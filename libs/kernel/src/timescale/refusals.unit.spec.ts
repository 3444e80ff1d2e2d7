import { TIMESCALE_WORDS_MAX, parseTimescale } from './parse';

/** The piece that is pointed at, and a part of the reason. */
function refusal(words: string): [piece: string, reason: string] {
  const parsed = parseTimescale(words);
  if (parsed.ok) throw new Error(`${words} was read as: ${parsed.understood}`);
  return [words.slice(parsed.at, parsed.at + parsed.length), parsed.reason];
}

test.each([
  ['31 February 2026', '31 February 2026', 'no such day'],
  ['29/02/2027', '29/02/2027', 'no such day'],
  ['0 March 2027', '0 March 2027', 'no such day'],
  ['Monday 31 March 2027', 'Monday 31 March 2027', 'weekday'],
  ['Monday March 2027', 'Monday March 2027', 'weekday'],
  ['13/2027', '13', 'no month 13'],
  ['2027-13-01', '13', 'no month 13'],
  ['03/31/2027', '31', 'day stands before the month'],
  ['31 Mar 27', '27', 'two may be a day'],
  ['31/03/27', '27', 'two may be a day'],
  ['March 27', '27', 'two may be a day'],
  ['Q3 24', '24', 'two may be a day'],
  ['20270331', '20270331', 'one or two digits'],
  ['March', 'March', 'year is missing'],
  ['31 March', '31 March', 'year is missing'],
  ['spring', 'spring', 'year is missing'],
  ['Q3', 'Q3', 'year is missing'],
  ['1999', '1999', 'outside 2000 to 2099'],
  ['March 2100', '2100', 'outside 2000 to 2099'],
  ['before 2000', '2000', 'outside 2000 to 2099'],
  ['after 2099', '2099', 'outside 2000 to 2099'],
  ['2019-2017', '2019-2017', 'ends before it starts'],
  ['June 2020 to March 2020', 'June 2020 to March 2020', 'ends before it starts'],
  ['2019-18', '2019-18', 'ends before it starts'],
  ['winter 2025', 'winter 2025', 'two years'],
  ['summer 2025/26', '2025/26', 'one year'],
  ['FY 2024', 'FY 2024', 'spans two years'],
  ['financial year 2024-27', 'financial year 2024-27', 'follow each other'],
  ['2017/19', '2017/19', 'do not follow'],
  ['2011-12', '2011-12', 'a month or a range'],
  ['Q3 2024-2025', '2024-2025', 'financial year or a range'],
  ['2024-25-March 2027', '-', 'may join'],
  ['2027-10-March 2028', '-', 'may join'],
  ['Q5 2024', 'Q5', '1 to 4'],
  ['Q2 school year 2024/25', 'Q2 school year 2024/25', 'not defined'],
  ['early 2026', 'early', 'vague'],
  ['by mid-2026', 'mid', 'vague'],
  ['late 2026', 'late', 'vague'],
  ['around March 2027', 'around', 'vague'],
  ['by the start of 2027', '2027', 'no last day'],
  ['soon', 'soon', 'no date is set'],
  ['TBC', 'TBC', 'no date is set'],
  ['July 2019 and September 2019', 'September', 'several dates'],
  ['July and September 2019', 'September', 'several dates'],
  ['July 2019; September 2019', 'September', 'several dates'],
  ['July/August 2019', 'August', 'several dates'],
  ['2019 2020', '2020', 'several dates'],
  ['April 2019 - June 2019, September 2019', 'September', 'several dates'],
  ['April 2019 —', '—', 'missing after the dash'],
  ['— 2019', '—', 'cannot be read'],
  ['2019-2022 onwards', '2019-2022 onwards', 'a range ends'],
  ['by 2019 to 2022', '2019 to 2022', 'not a range'],
  ['between March 2027', '', 'two dates'],
  ['throughout the timescale of this plan', '', 'dates of the plan are missing'],
  ['ongoing 2027', '2027', '"from" or "until"'],
  ['within 4 weeks', '', 'counts from'],
  ['within 4 weeks of the party', 'party', 'known occasions'],
  ['every 0 months', '0', 'missing here'],
  ['annually until 2030', 'until', 'cannot be read'],
  ['biannually', 'biannually', 'twice'],
  ['Ailsa March 2027', 'Ailsa', 'cannot be read'],
  ['March 2027 Funding Complete', 'Funding', 'cannot be read'],
  ['March 2027 for Ailsa', 'for', 'cannot be read'],
  ['March 2027 (see note)', '(', 'cannot be read'],
  ['<p>March 2027</p>', '<', 'sign'],
  ['when funding allows', 'when', 'cannot be read'],
  ['March\u200b2027', '\u200b', 'cannot be read'],
])('%s', (words, piece, reason) => {
  const [found, why] = refusal(words);
  expect(why).toContain(reason);
  expect(found).toBe(piece);
});

it('refuses nothing at all, wherever the blanks are', () => {
  expect(parseTimescale('')).toMatchObject({ ok: false, at: 0, length: 0 });
  expect(parseTimescale(' \n ')).toMatchObject({ ok: false, at: 0, length: 3 });
});

it('points into the text as it was given, blanks in front included', () => {
  expect(parseTimescale('   March 2100 ')).toMatchObject({ ok: false, at: 9, length: 4 });
});

it('counts what was trimmed off not as length, and points at what is too much', () => {
  const longest = `2027 ${'2027'.repeat(45)}`.padEnd(TIMESCALE_WORDS_MAX, '.');
  expect(parseTimescale(`  ${longest}  `).ok).toBe(true);
  expect(parseTimescale(`  ${longest}.  `)).toMatchObject({ ok: false, at: 202, length: 1 });
});

it('says no to long junk at once', () => {
  const junk = ['2019-', 'April ', '— ', '20192019', 'to the end of ', '(', ' \n', '31/'].map((piece) =>
    piece.repeat(200_000),
  );
  const started = performance.now();
  for (const text of junk) expect(parseTimescale(text).ok).toBe(false);
  // A quadratic reading of a million characters would take minutes.
  expect(performance.now() - started).toBeLessThan(5_000);
});
