import { dueInWords, whenInWords } from './days-in-words';

it.each([
  ['2026-03-01', '2026-03-31', 'March 2026', 'in March 2026'],
  [null, '2026-03-31', 'March 2026', 'by the end of March 2026'],
  [null, '2026-03-09', '9 March 2026', 'by 9 March 2026'],
  ['2026-03-09', '2026-03-09', '9 March 2026', 'on 9 March 2026'],
  ['2029-01-01', '2029-12-31', '2029', 'in 2029'],
  ['2019-10-01', '2020-09-30', 'October 2019 to September 2020', 'from October 2019 to September 2020'],
  ['2019-10-05', '2019-10-20', '5 October 2019 to 20 October 2019', 'from 5 October 2019 to 20 October 2019'],
  ['2020-04-01', null, 'April 2020 onwards', 'from April 2020'],
  [null, null, 'every six months', 'every six months'],
])('%s to %s: %s, due %s', (start, end, words, due) => {
  const when = { words: 'every six months', start, end };
  expect(whenInWords(when)).toBe(words);
  expect(dueInWords(when)).toBe(due);
});
