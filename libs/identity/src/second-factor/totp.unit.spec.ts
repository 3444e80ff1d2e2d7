import { keyAsText, keyUri, newTotpKey, stepOf } from './totp';

/** RFC 6238, appendix B, SHA-1; of its eight digits the last six are the code of six. */
const KEY = Buffer.from('12345678901234567890');
const VECTORS = [
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
] as const;

describe('the code of a second factor', () => {
  it.each(VECTORS)('at second %i ends as in RFC 6238', (second, code) => {
    expect(stepOf(code.slice(2), KEY, second * 1000)).toBe(Math.floor(second / 30));
  });

  it('counts one step early and late, and no further', () => {
    const [second, code] = VECTORS[3];
    const step = Math.floor(second / 30);
    const begin = step * 30;
    const taken = [-31, -30, -1, 0, 29, 30, 59, 60].map((away) => stepOf(code.slice(2), KEY, (begin + away) * 1000));
    expect(taken).toEqual([null, step, step, step, step, step, step, null]);
  });

  it('is nothing but six digits', () => {
    for (const code of ['', '87082', '94287082', '28708a', '２８７０８２'])
      expect(stepOf(code, KEY, 59_000)).toBeNull();
  });

  it('has a key of 160 random bits, which people can type and apps can read', () => {
    expect([newTotpKey().length, newTotpKey()]).toEqual([20, expect.not.objectContaining(newTotpKey())]);
    expect(keyAsText(KEY)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    const uri = new URL(keyUri(KEY, 'sam.m'));
    expect(uri.href.slice(0, 15)).toBe('otpauth://totp/');
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      issuer: 'Promise tracker',
      secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });
});
