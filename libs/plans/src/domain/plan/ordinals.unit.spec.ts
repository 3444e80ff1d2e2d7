import { ordinalsFor } from './ordinals';

const known = (numbers: Record<string, number>) => (key: string) => numbers[key];

describe('ordinalsFor', () => {
  it('counts from 1 when nothing is known', () => {
    expect([...ordinalsFor(['a', 'b'], known({}))]).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it('puts new keys before, between and after the known ones', () => {
    const ordinals = ordinalsFor(['x', 'a', 'y', 'z', 'b', 'w'], known({ a: 1, b: 2 }));
    expect([...ordinals.values()]).toEqual([0, 1, 1 + 1 / 3, 1 + 2 / 3, 2, 3]);
  });

  it('gives only the moved key another number', () => {
    const before = { a: 1, b: 2, c: 3, d: 4 };
    const ordinals = ordinalsFor(['d', 'a', 'b', 'c'], known(before));
    expect(Object.fromEntries(ordinals)).toEqual({ ...before, d: 0 });
  });
});
