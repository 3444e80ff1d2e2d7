import { dateOfDocument, momentInWords } from './dates';

it.each([
  ['2026-11-20T12:00:00.000Z', '20 November 2026 at 12:00pm'],
  ['2026-11-20T00:05:00.000Z', '20 November 2026 at 12:05am'],
  ['2026-06-30T23:30:00.000Z', '1 July 2026 at 12:30am'],
  ['2026-11-20T15:45:00.000Z', '20 November 2026 at 3:45pm'],
])('says the moment %s as a clock in London shows it', (moment, words) => {
  expect(momentInWords(moment)).toBe(words);
});

it.each([
  ['2021-03-01', '1 March 2021'],
  ['2021-03', 'March 2021'],
  ['2021', '2021'],
])('says the date %s as exactly as the document does', (date, words) => {
  expect(dateOfDocument(date)).toBe(words);
});
