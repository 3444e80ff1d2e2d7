import { parseTimescale } from './parse';
import type { Timescale } from './timescale';

type Row = [
  words: string,
  start: string | null,
  end: string | null,
  precision: Timescale['precision'],
  shape: Timescale['shape'],
];

function expectRow([words, start, end, precision, shape]: Row): void {
  expect(parseTimescale(words)).toMatchObject({
    ok: true,
    timescale: { words: words.trim(), start, end, precision, shape },
  });
}

function understood(words: string): string {
  const parsed = parseTimescale(words);
  return parsed.ok ? parsed.understood : `refused: ${parsed.reason}`;
}

describe('every timescale of the North Lanarkshire Corporate Parenting improvement plan 2019-22, as written', () => {
  test.each<Row>([
    ['August 2018', '2018-08-01', '2018-08-31', 'month', 'within'],
    ['Review complete August 2018', '2018-08-01', '2018-08-31', 'month', 'within'],
    ['April 2019', '2019-04-01', '2019-04-30', 'month', 'within'],
    ['May 2019', '2019-05-01', '2019-05-31', 'month', 'within'],
    ['June 2019', '2019-06-01', '2019-06-30', 'month', 'within'],
    ['July 2019', '2019-07-01', '2019-07-31', 'month', 'within'],
    ['August 2019', '2019-08-01', '2019-08-31', 'month', 'within'],
    ['September 2019', '2019-09-01', '2019-09-30', 'month', 'within'],
    ['September 2019 201920192019', '2019-09-01', '2019-09-30', 'month', 'within'],
    ['October 2019', '2019-10-01', '2019-10-31', 'month', 'within'],
    ['December 2019', '2019-12-01', '2019-12-31', 'month', 'within'],
    ['January 2020', '2020-01-01', '2020-01-31', 'month', 'within'],
    ['March 2020', '2020-03-01', '2020-03-31', 'month', 'within'],
    ['March 2020 Strategy Complete', '2020-03-01', '2020-03-31', 'month', 'within'],
    ['August 2020', '2020-08-01', '2020-08-31', 'month', 'within'],
    ['March 2021', '2021-03-01', '2021-03-31', 'month', 'within'],
    ['September 2021 (Report)', '2021-09-01', '2021-09-30', 'month', 'within'],
    ['April 2019 onwards', '2019-04-01', null, 'month', 'from'],
    ['June 2019 onwards', '2019-06-01', null, 'month', 'from'],
    ['April 2020 onwards', '2020-04-01', null, 'month', 'from'],
    ['October 2019-September 2020', '2019-10-01', '2020-09-30', 'range', 'within'],
    ['December 2019-June 2021', '2019-12-01', '2021-06-30', 'range', 'within'],
    ['April 2019-March 2022', '2019-04-01', '2022-03-31', 'range', 'within'],
    ['April -2019- March 2022', '2019-04-01', '2022-03-31', 'range', 'within'],
    ['August 2019- March 2022', '2019-08-01', '2022-03-31', 'range', 'within'],
    ['October 2019 — December 2021', '2019-10-01', '2021-12-31', 'range', 'within'],
    ['January 2022- March 2022', '2022-01-01', '2022-03-31', 'range', 'within'],
    ['January 2020 — March 2021—', '2020-01-01', '2021-03-31', 'range', 'within'],
    ['April 2019 — June 2019 —', '2019-04-01', '2019-06-30', 'range', 'within'],
    ['April 2019— June 2019 —', '2019-04-01', '2019-06-30', 'range', 'within'],
    ['June 2019- December 2020', '2019-06-01', '2020-12-31', 'range', 'within'],
    ['2019 — 2022', '2019-01-01', '2022-12-31', 'range', 'within'],
    ['Throughout the timescale of this plan -2019-2022', '2019-01-01', '2022-12-31', 'range', 'throughout'],
    ['1st of April 2019 - 31st March 2022', '2019-04-01', '2022-03-31', 'range', 'within'],
    ['within 4 weeks of becoming looked after', null, null, 'range', 'recurring'],
  ])('%s', (...row) => {
    expectRow(row);
  });

  it('refuses the cell that holds two dates, at the second one', () => {
    expect(parseTimescale('July 2019 September 2019')).toEqual({
      ok: false,
      reason: 'these are several dates and no range: make one entry for each',
      at: 10,
      length: 9,
    });
  });
});

describe('what people type', () => {
  test.each<Row>([
    ['31 March 2027', '2027-03-31', '2027-03-31', 'day', 'within'],
    ['31/03/2027', '2027-03-31', '2027-03-31', 'day', 'within'],
    ['3/4/2027', '2027-04-03', '2027-04-03', 'day', 'within'],
    ['31.03.2027', '2027-03-31', '2027-03-31', 'day', 'within'],
    ['31-03-2027', '2027-03-31', '2027-03-31', 'day', 'within'],
    ['2027-03-31', '2027-03-31', '2027-03-31', 'day', 'within'],
    ['2027/03/31', '2027-03-31', '2027-03-31', 'day', 'within'],
    ['31st March 2027', '2027-03-31', '2027-03-31', 'day', 'within'],
    ['the 31st of March, 2027', '2027-03-31', '2027-03-31', 'day', 'within'],
    ['31-Mar-2027', '2027-03-31', '2027-03-31', 'day', 'within'],
    ['on Wednesday, 31 March 2027', '2027-03-31', '2027-03-31', 'day', 'within'],
    ['March 31st, 2027', '2027-03-31', '2027-03-31', 'day', 'within'],
    ['29 February 2028', '2028-02-29', '2028-02-29', 'day', 'within'],
    ['  March\u00a02027 ', '2027-03-01', '2027-03-31', 'month', 'within'],
    ['in MARCH 2027.', '2027-03-01', '2027-03-31', 'month', 'within'],
    ['Sept. 2027', '2027-09-01', '2027-09-30', 'month', 'within'],
    ['Mar 2027', '2027-03-01', '2027-03-31', 'month', 'within'],
    ['03/2027', '2027-03-01', '2027-03-31', 'month', 'within'],
    ['2027-03', '2027-03-01', '2027-03-31', 'month', 'within'],
    ['Q3 2024', '2024-07-01', '2024-09-30', 'quarter', 'within'],
    ['2024 Q3', '2024-07-01', '2024-09-30', 'quarter', 'within'],
    ['quarter 3 of 2024', '2024-07-01', '2024-09-30', 'quarter', 'within'],
    ['third quarter 2024', '2024-07-01', '2024-09-30', 'quarter', 'within'],
    ['the 3rd quarter of 2024', '2024-07-01', '2024-09-30', 'quarter', 'within'],
    ['Q3 2024/25', '2024-10-01', '2024-12-31', 'quarter', 'within'],
    ['Q4 2024-25', '2025-01-01', '2025-03-31', 'quarter', 'within'],
    ['Q1 of financial year 2024-2025', '2024-04-01', '2024-06-30', 'quarter', 'within'],
    ['first half of 2027', '2027-01-01', '2027-06-30', 'range', 'within'],
    ['spring 2025', '2025-03-01', '2025-05-31', 'season', 'within'],
    ['the autumn of 2020', '2020-09-01', '2020-11-30', 'season', 'within'],
    ['Autumn 21', '2021-09-01', '2021-11-30', 'season', 'within'],
    ['winter 2025/26', '2025-12-01', '2026-02-28', 'season', 'within'],
    ['winter 2027-2028', '2027-12-01', '2028-02-29', 'season', 'within'],
    ['2027', '2027-01-01', '2027-12-31', 'year', 'within'],
    ['2024/25', '2024-04-01', '2025-03-31', 'year', 'within'],
    ['2024-25', '2024-04-01', '2025-03-31', 'year', 'within'],
    ['2024/2025', '2024-04-01', '2025-03-31', 'year', 'within'],
    ['financial year 2024-25', '2024-04-01', '2025-03-31', 'year', 'within'],
    ['FY2024/25', '2024-04-01', '2025-03-31', 'year', 'within'],
    ['2024-2025 financial year', '2024-04-01', '2025-03-31', 'year', 'within'],
    ['school year 2024/25', '2024-08-01', '2025-07-31', 'year', 'within'],
    ['academic session 2024-2025', '2024-08-01', '2025-07-31', 'year', 'within'],
  ])('one date: %s', (...row) => {
    expectRow(row);
  });

  test.each<Row>([
    ['2019-2022', '2019-01-01', '2022-12-31', 'range', 'within'],
    ['2024-2025', '2024-01-01', '2025-12-31', 'range', 'within'],
    ['2021-23', '2021-01-01', '2023-12-31', 'range', 'within'],
    ['2024/25 to 2026/27', '2024-04-01', '2027-03-31', 'range', 'within'],
    ['2024/25 - 2026/27 school years', '2024-08-01', '2027-07-31', 'range', 'within'],
    ['school years 2024/25 to 2026/27', '2024-08-01', '2027-07-31', 'range', 'within'],
    ['April to June 2027', '2027-04-01', '2027-06-30', 'range', 'within'],
    ['1-31 March 2027', '2027-03-01', '2027-03-31', 'range', 'within'],
    ['1 April to 15 June 2027', '2027-04-01', '2027-06-15', 'range', 'within'],
    ['1 April 2019-20 March 2021', '2019-04-01', '2021-03-20', 'range', 'within'],
    ['01/04/2019–31/03/2022', '2019-04-01', '2022-03-31', 'range', 'within'],
    ['Q1 - Q3 2024', '2024-01-01', '2024-09-30', 'range', 'within'],
    ['between March and June 2027', '2027-03-01', '2027-06-30', 'range', 'within'],
    ['from April 2019 until the end of March 2022', '2019-04-01', '2022-03-31', 'range', 'within'],
    ['throughout 2026', '2026-01-01', '2026-12-31', 'year', 'throughout'],
    ['throughout April 2019 to March 2022', '2019-04-01', '2022-03-31', 'range', 'throughout'],
    ['by March 2027', null, '2027-03-31', 'month', 'by'],
    ['by the end of March 2027', null, '2027-03-31', 'month', 'by'],
    ['no later than 31/03/2027', null, '2027-03-31', 'day', 'by'],
    ['to be completed by summer 2027', null, '2027-08-31', 'season', 'by'],
    ['end of 2026', null, '2026-12-31', 'year', 'by'],
    ['before April 2027', null, '2027-03-31', 'month', 'by'],
    ['before 1 March 2028', null, '2028-02-29', 'day', 'by'],
    ['before the end of March 2027', null, '2027-03-31', 'month', 'by'],
    ['until March 2027', null, '2027-03-31', 'month', 'throughout'],
    ['ongoing until March 2027', null, '2027-03-31', 'month', 'throughout'],
    ['from April 2020', '2020-04-01', null, 'month', 'from'],
    ['after March 2020', '2020-04-01', null, 'month', 'from'],
    ['2027 onwards', '2027-01-01', null, 'year', 'from'],
    ['April 2019 - ongoing', '2019-04-01', null, 'month', 'from'],
    ['Ongoing from April 2019', '2019-04-01', null, 'month', 'from'],
    ['Ongoing', null, null, 'range', 'from'],
    ['every six months', null, null, 'range', 'recurring'],
    ['on a six-monthly basis', null, null, 'range', 'recurring'],
    ['at least annually', null, null, 'range', 'recurring'],
    ['Quarterly', null, null, 'range', 'recurring'],
    ['twice a year', null, null, 'range', 'recurring'],
    ['annually from April 2027', '2027-04-01', null, 'month', 'recurring'],
  ])('ranges, ends and standards: %s', (...row) => {
    expectRow(row);
  });
});

describe('what is shown back', () => {
  test.each([
    ['September 2019 201920192019', 'Left out: “201920192019”.'],
    ['April 2019 — June 2019 —', 'Left out: “—”.'],
    ['September 2021 (Report)', 'Left out: “(Report)”.'],
    ['Review complete: August 2018', 'Left out: “Review complete:”.'],
    ['Q3 2024/25', 'Quarter 3 of the financial year 2024/25, which begins in April.'],
    ['2024-25', 'A financial year runs from 1 April to 31 March.'],
    ['school year 2024/25', 'A school year runs from 1 August to 31 July.'],
    ['Autumn 21', '21 read as 2021.'],
    ['before April 2027', '“before” leaves the date itself out.'],
    ['by March 2027', 'By the end of March 2027 (no later than 31 March 2027).'],
    ['2019-2022', '2019 to 2022 (1 January 2019 to 31 December 2022).'],
    ['every six months', 'A standard that recurs, with no end: every six months.'],
  ])('%s: %s', (words, sentence) => {
    expect(understood(words)).toContain(sentence);
  });
});
