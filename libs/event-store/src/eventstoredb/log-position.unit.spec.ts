import { comparePositions, orderOfText, parsePosition, positionText } from './log-position';

describe('positions of EventStoreDB', () => {
  it('are one number where both are equal, and stand in the order of the pairs', () => {
    const pairs: [bigint, bigint][] = [
      [1n, 1n],
      [9n, 2n],
      [9n, 9n],
      [10n, 3n],
      [10n, 10n],
      [2n ** 64n - 1n, 7n],
    ];
    const texts = pairs.map(([commit, prepare]) => positionText({ commit, prepare }));
    expect(texts).toEqual(['1', '9-2', '9', '10-3', '10', '18446744073709551615-7']);
    expect(texts.map((text) => parsePosition(text))).toEqual(pairs.map(([commit, prepare]) => ({ commit, prepare })));
    expect(texts.toReversed().toSorted(comparePositions)).toEqual(texts);
    expect(comparePositions('9', '9-9')).toBe(0);
    expect(orderOfText(null)).toBeLessThan(orderOfText('0-1'));
  });

  it.each(['', '-', '1-', '-1', '1-2-3', ' 1', '1.5', '1e3'])('are refused as %p', (text) => {
    expect(() => parsePosition(text)).toThrow(TypeError);
  });
});
