import { KnownIds } from './known-ids';

describe('the ids that streams are known to begin with', () => {
  it('grow without a gap, and never twice', () => {
    const known = new KnownIds();
    known.learn('a', 1, ['two']);
    expect(known.of('a')).toEqual([]);
    known.learn('a', 0, ['one', 'two']);
    known.learn('a', 1, ['two', 'three']);
    known.learn('a', 0, ['one']);
    expect(known.of('a')).toEqual(['one', 'two', 'three']);
    known.learn('a', 4, ['five']);
    expect(known.of('a')).toHaveLength(3);
  });

  it('are forgotten where nobody asked for longest, never those just learnt', () => {
    const known = new KnownIds();
    const many = Array.from({ length: 20_000 }, String);
    for (const stream of ['a', 'b', 'a', 'c']) known.learn(stream, 0, many);
    expect(['a', 'b', 'c'].map((stream) => known.of(stream).length)).toEqual([20_000, 0, 20_000]);
    known.learn('d', 0, Array.from({ length: 60_000 }, String));
    expect(['a', 'c', 'd'].map((stream) => known.of(stream).length)).toEqual([0, 0, 60_000]);
  });
});
