import fc from 'fast-check';
import { ERASED_TEXT, isPersonal, isPlainText, personal, textOf } from './personal';

it('holds any plain text as it was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }).filter(isPlainText), (text) => {
      expect(isPersonal(personal(text))).toBe(true);
      expect(textOf(personal(text))).toBe(text);
    }),
  );
});

test.each(['two\nlines\r\n', 'a\ttab', 'Dùghlas', '\u{1f600}', ''])('takes %j', (text) => {
  expect(isPlainText(text)).toBe(true);
});

test.each([
  ['a null character', 'a\0b'],
  ['an escape', '\u001b[2J'],
  ['a C1 control character', 'a\u0085b'],
  ['a lone high surrogate', 'a\ud83d'],
  ['a lone low surrogate', '\ude00b'],
])('refuses %s', (_, text) => {
  expect(isPlainText(text)).toBe(false);
  expect(() => personal(text)).toThrow(TypeError);
});

it('says that an erased text is removed', () => {
  expect(isPersonal({ erased: true })).toBe(true);
  expect(textOf({ erased: true })).toBe(ERASED_TEXT);
});

test.each([
  ['plain text', 'a text'],
  ['nothing', null],
  ['an empty object', {}],
  ['a list', ['personal']],
  ['a number where the text should be', { personal: 1 }],
  ['something that is not erased', { erased: false }],
  ['both at once', { personal: 'a text', erased: true }],
  ['a further member in clear', { personal: 'a text', name: 'a name' }],
])('is not %s', (_, value) => {
  expect(isPersonal(value)).toBe(false);
});
