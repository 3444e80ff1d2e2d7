import fc from 'fast-check';
import { addDays, addYears, daysBetween, endOfLondonDay, isDay, lastDayOfMonth, londonDay } from './days';

const day = fc
  .date({ min: new Date('1990-01-01T00:00:00.000Z'), max: new Date('2099-12-31T00:00:00.000Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('isDay', () => {
  test.each(['2026-03-31', '2028-02-29', '2000-01-01'])('%s is a day', (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each(['2026-02-29', '2026-02-31', '2026-13-01', '2026-00-10', '2026-3-1', '31/03/2026', ' 2026-03-31', ''])(
    '"%s" is none',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );
});

describe('the end of a day in London', () => {
  test.each([
    ['in winter time', '2026-01-15', '2026-01-15T23:59:59.999Z'],
    ['in summer time', '2026-07-15', '2026-07-15T22:59:59.999Z'],
    ['the day before the clocks go forward', '2026-03-28', '2026-03-28T23:59:59.999Z'],
    ['the day the clocks go forward, 23 hours long', '2026-03-29', '2026-03-29T22:59:59.999Z'],
    ['the day before the clocks go back', '2026-10-24', '2026-10-24T22:59:59.999Z'],
    ['the day the clocks go back, 25 hours long', '2026-10-25', '2026-10-25T23:59:59.999Z'],
    ['the end of March 2027', '2027-03-31', '2027-03-31T22:59:59.999Z'],
    ['the leap day', '2028-02-29', '2028-02-29T23:59:59.999Z'],
    ['the end of the year', '2026-12-31', '2026-12-31T23:59:59.999Z'],
  ])('%s', (_, of, instant) => {
    expect(endOfLondonDay(of)).toBe(instant);
  });

  it('is the last millisecond that is still that day there', () => {
    fc.assert(
      fc.property(day, (of) => {
        const end = Date.parse(endOfLondonDay(of));
        expect(londonDay(new Date(end))).toBe(of);
        expect(londonDay(new Date(end + 1))).toBe(addDays(of, 1));
      }),
    );
  });
});

it('says which day it is in London, an hour before midnight in summer too', () => {
  expect(londonDay('2026-06-30T22:59:59.999Z')).toBe('2026-06-30');
  expect(londonDay('2026-06-30T23:00:00.000Z')).toBe('2026-07-01');
  expect(londonDay('2026-12-31T23:30:00.000Z')).toBe('2026-12-31');
});

it('counts days as it adds them, over clock changes and leap days', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  fc.assert(
    fc.property(day, fc.integer({ min: -4_000, max: 4_000 }), (from, count) => {
      expect(daysBetween(from, addDays(from, count))).toBe(count);
    }),
  );
});

it('knows the last day of a month', () => {
  expect(lastDayOfMonth(2026, 2)).toBe('2026-02-28');
  expect(lastDayOfMonth(2028, 2)).toBe('2028-02-29');
  expect(lastDayOfMonth(2026, 12)).toBe('2026-12-31');
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      expect(addDays(lastDayOfMonth(year, month), 1).endsWith('-01')).toBe(true);
    }),
  );
});

it('adds years to the same day, or to 28 February where there is no 29th', () => {
  expect(addYears('2021-03-01', 5)).toBe('2026-03-01');
  expect(addYears('2028-02-29', 5)).toBe('2033-02-28');
  expect(addYears('2028-02-29', 4)).toBe('2032-02-29');
  fc.assert(
    fc.property(day, fc.constantFrom(5, 10), (from, years) => {
      const to = addYears(from, years);
      expect(isDay(to)).toBe(true);
      expect(to.slice(5)).toBe(
        from.slice(5) === '02-29' && !isDay(`${to.slice(0, 4)}-02-29`) ? '02-28' : from.slice(5),
      );
    }),
  );
});
