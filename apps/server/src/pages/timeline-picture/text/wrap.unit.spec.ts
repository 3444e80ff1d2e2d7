import fc from 'fast-check';
import { widthOf } from './measure';
import { balanced, wrap } from './wrap';

const font = { size: 16 };

it('measures Roboto as the font says', () => {
  expect(widthOf('W', { size: 2048 })).toBe(1817);
  expect(widthOf('no', { size: 2048 })).toBe(1131 + 1168);
  expect(widthOf('no', { size: 2048, bold: true })).toBeGreaterThan(1131 + 1168);
});

it('breaks between words', () => {
  expect(wrap('Every child offered an advocate', font, 150, 3)).toEqual(['Every child offered', 'an advocate']);
});

it('says with an ellipsis that something is left out', () => {
  expect(wrap('Every child offered an advocate', font, 100, 2)).toEqual(['Every child', 'offered an…']);
});

it('breaks a word that no line could hold', () => {
  expect(wrap('WWWWWWWWWW', font, 60, 9)).toEqual(['WWWW', 'WWWW', 'WW']);
});

it('leaves no word alone below a long line', () => {
  expect(balanced(['The first three local groups meet every', 'month'], font)).toEqual([
    'The first three local groups',
    'meet every month',
  ]);
  expect(balanced(['The first three local groups meet every', 'month'], font, 150)).toEqual([
    'The first three local groups meet every',
    'month',
  ]);
  expect(balanced(['One line'], font)).toEqual(['One line']);
});

it('makes no line wider than it may be, and loses nothing where there is room', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 120 });
  fc.assert(
    fc.property(text, fc.integer({ min: 40, max: 300 }), (some, width) => {
      for (const line of wrap(some, font, width, 3)) expect(widthOf(line, font)).toBeLessThanOrEqual(width);
      const all = wrap(some, font, width, Infinity).join('');
      expect(all.replace(/\s/gu, '')).toBe(some.replace(/\s/gu, ''));
    }),
  );
});
