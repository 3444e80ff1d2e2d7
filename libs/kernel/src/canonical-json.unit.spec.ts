import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { canonicalBytes, canonicalJson } from './canonical-json';

/** Published vectors, kept beside the checkout; a clone of the project alone does not have them. */
const VECTORS = resolve(__dirname, '../../../../shared/vectors/rfc8785');

describe('the published vectors of RFC 8785', () => {
  if (!existsSync(VECTORS)) {
    process.stdout.write('RFC 8785 vectors are not beside the checkout: their tests were skipped\n');
    test.skip('vectors are not there', () => undefined);
    return;
  }
  test.each(readdirSync(join(VECTORS, 'input')))('%s', (file) => {
    const input: unknown = JSON.parse(readFileSync(join(VECTORS, 'input', file), 'utf8'));
    const expected = readFileSync(join(VECTORS, 'output', file));
    const hex = readFileSync(join(VECTORS, 'outhex', file.replace('.json', '.txt')), 'utf8').replace(/\s+/g, '');
    expect(Buffer.from(canonicalBytes(input)).equals(expected)).toBe(true);
    expect(Buffer.from(canonicalBytes(input)).toString('hex')).toBe(hex);
  });
});

/** RFC 8785, appendix B: the bits of a double and how it is written. */
test.each([
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
])('the double %s is written %s', (bits, text) => {
  expect(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE(0))).toBe(text);
});

it('sorts members by UTF-16 code units, not by code points', () => {
  const value = { '\ufb33': 1, '\u{1f600}': 2, '\u20ac': 3, '\r': 4, '1': 5, '10': 6, b: 7, a: 8 };
  expect(canonicalJson(value)).toBe('{"\\r":4,"1":5,"10":6,"a":8,"b":7,"\u20ac":3,"\u{1f600}":2,"\ufb33":1}');
});

it('leaves out members that are undefined, and nothing else', () => {
  expect(canonicalJson({ b: undefined, a: null, c: '', d: 0 })).toBe('{"a":null,"c":"","d":0}');
});

test.each([
  ['NaN', NaN],
  ['infinity', -Infinity],
  ['undefined', undefined],
  ['undefined in a list', [undefined]],
  ['a function', { a: (): void => undefined }],
  ['a symbol', Symbol('a')],
  ['a big integer', 1n],
  ['a lone high surrogate', '\ud83d'],
  ['a lone low surrogate', 'a\ude00'],
  ['a lone surrogate in a name', { '\ud83d': 1 }],
])('refuses %s', (_, value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
});

const json = fc.jsonValue({ stringUnit: 'grapheme' });

/** The same value with the members of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  );
}

it('says the same value in the same bytes, whatever the order of its members', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
    }),
  );
});

it('is JSON that reads as the value and stays as it is when said again', () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = canonicalJson(value);
      const read: unknown = JSON.parse(text);
      expect(JSON.stringify(turned(turned(read)))).toBe(JSON.stringify(read));
      expect(read).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(read)).toBe(text);
      expect(new TextDecoder('utf-8', { fatal: true }).decode(canonicalBytes(value))).toBe(text);
    }),
  );
});
