import { unwrap, wrap } from './wrap';

describe('wrapping', () => {
  const [key, bound, clear] = [Buffer.alloc(32, 1), Buffer.from('event\n/field'), Buffer.from('what was heard')];

  it('gives back what it was given', () => {
    expect(unwrap(key, bound, wrap(key, bound, clear))).toEqual(clear);
  });

  it('never uses an iv twice, nor one key for two texts', () => {
    const wrapped = Array.from({ length: 1000 }, () => wrap(key, bound, clear));
    const ivs = wrapped.flatMap(({ wrappedKey, sealed }) =>
      [wrappedKey, sealed].map((each) => each.toString('hex', 0, 12)),
    );
    expect(new Set(ivs).size).toBe(2000);
    const [one, other] = wrapped;
    if (!one || !other) throw new Error('nothing was wrapped');
    expect(() => unwrap(key, bound, { ...one, wrappedKey: other.wrappedKey })).toThrow();
  });

  it('opens under the same key and in the same place only', () => {
    const wrapped = wrap(key, bound, clear);
    expect(() => unwrap(Buffer.alloc(32, 2), bound, wrapped)).toThrow();
    expect(() => unwrap(key, Buffer.from('event\n/other'), wrapped)).toThrow();
  });
});
