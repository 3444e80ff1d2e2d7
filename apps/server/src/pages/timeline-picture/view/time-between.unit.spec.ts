import { timeBetween } from './time-between';

it.each([
  ['2026-09-30', '2026-11-22', '1 month'],
  ['2026-11-30', '2026-11-22', '8 days'],
  ['2026-11-21', '2026-11-22', '1 day'],
  ['2025-01-31', '2025-02-28', '1 month'],
  ['2025-02-28', '2025-03-31', '1 month'],
  ['2025-03-31', '2027-06-30', '2 years 3 months'],
  ['2025-06-30', '2026-06-30', '1 year'],
  ['2027-06-30', '2025-03-31', '2 years 3 months'],
  ['2025-03-15', '2025-04-14', '30 days'],
])('%s and %s: %s', (one, other, words) => {
  expect(timeBetween(one, other)).toBe(words);
});
