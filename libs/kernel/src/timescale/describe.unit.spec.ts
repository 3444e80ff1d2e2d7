import { describeTimescale } from './describe';
import { parseTimescale } from './parse';

function described(words: string): string {
  const parsed = parseTimescale(words);
  return parsed.ok ? describeTimescale(parsed.timescale) : parsed.reason;
}

test.each([
  ['by March 2027', 'by the end of March 2027'],
  ['by 31/03/2027', 'by 31 March 2027'],
  ['end of 2026', 'by the end of 2026'],
  ['by Q3 2024/25', 'by the end of December 2024'],
  ['by winter 2025/26', 'by the end of winter 2025/26'],
  ['before financial year 2025/26', 'by the end of the financial year 2024/25'],
  ['April 2020 onwards', 'from April 2020, with no end'],
  ['from 2024/25', 'from the financial year 2024/25, with no end'],
  ['from 5 April 2020', 'from 5 April 2020, with no end'],
  ['ongoing', 'ongoing, with no end'],
  ['October 2019-September 2020', 'October 2019 to September 2020'],
  ['2019 — 2022', '2019 to 2022'],
  ['1 April 2019 to 15 June 2019', '1 April 2019 to 15 June 2019'],
  ['1-31 March 2027', '1 March 2027 to 31 March 2027'],
  ['January to December 2027', 'January 2027 to December 2027'],
  ['Throughout the timescale of this plan -2019-2022', 'throughout 2019 to 2022'],
  ['throughout March 2027', 'throughout March 2027'],
  ['until June 2027', 'until the end of June 2027'],
  ['September 2019', 'in September 2019'],
  ['31.03.2027', 'on 31 March 2027'],
  ['Q3 2024/25', 'in October to December 2024'],
  ['Autumn 21', 'in autumn 2021'],
  ['2027', 'in 2027'],
  ['2024-25', 'in the financial year 2024/25'],
  ['academic year 2024/25', 'in the school year 2024/25'],
  ['Within 4 weeks of becoming looked after', 'within 4 weeks of becoming looked after'],
])('%s: %s', (words, text) => {
  expect(described(words)).toBe(text);
});

it('names the days where they are not those of a whole month, whatever the precision says', () => {
  const timescale = { words: '', start: '2027-03-05', end: '2027-03-20', precision: 'month', shape: 'within' } as const;
  expect(describeTimescale(timescale)).toBe('in 5 March 2027 to 20 March 2027');
  expect(describeTimescale({ ...timescale, shape: 'by' })).toBe('by 20 March 2027');
});
