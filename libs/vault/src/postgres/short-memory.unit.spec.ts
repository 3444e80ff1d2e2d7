import { ShortMemory } from './short-memory';

describe('ShortMemory', () => {
  const at = { now: 0 };
  const memory = (size: number): ShortMemory<string> => new ShortMemory(size, 100, () => at.now);
  beforeEach(() => (at.now = 0));

  it('forgets when the time since the asking is over', () => {
    const short = memory(5);
    const askedAt = short.now();
    at.now = 60;
    short.set('a', 'key', askedAt);
    at.now = 99;
    expect(short.get('a')).toBe('key');
    at.now = 100;
    expect(short.get('a')).toBeUndefined();
  });

  it('never lets use lengthen the time', () => {
    const short = memory(5);
    short.set('a', 'key', 0);
    for (at.now = 0; at.now < 100; at.now += 10) expect(short.get('a')).toBe('key');
    expect(short.get('a')).toBeUndefined();
  });

  it('makes room by what was used least recently', () => {
    const short = memory(2);
    short.set('a', '1', 0);
    short.set('b', '2', 0);
    short.get('a');
    short.set('c', '3', 0);
    expect(['a', 'b', 'c'].map((name) => short.get(name))).toEqual(['1', undefined, '3']);
  });
});
