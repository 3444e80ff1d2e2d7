import { GroupCommit } from './group-commit';

describe('GroupCommit', () => {
  const batches: string[][] = [];
  const echo = (names: readonly string[]): Promise<Map<string, string>> => {
    batches.push([...names]);
    if (names.includes('bad')) return Promise.reject(new Error('the database is gone'));
    return Promise.resolve(new Map(names.filter((name) => name !== 'lost').map((name) => [name, `${name}!`])));
  };
  beforeEach(() => (batches.length = 0));

  it('gathers what is asked at the same time, each name once, no more than fit', async () => {
    const group = new GroupCommit(echo, 2);
    const answers = await Promise.all(['a', 'b', 'a', 'c'].map((name) => group.ask(name)));
    expect(answers).toEqual(['a!', 'b!', 'a!', 'c!']);
    expect(batches).toEqual([['a', 'b'], ['c']]);
  });

  it('tells all callers of a batch that failed, and carries on', async () => {
    const group = new GroupCommit(echo, 2);
    const settled = await Promise.allSettled(['a', 'bad', 'c'].map((name) => group.ask(name)));
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
    expect(await group.ask('d')).toBe('d!');
  });

  it('leaves nobody waiting who got no answer', async () => {
    await expect(new GroupCommit(echo, 2).ask('lost')).rejects.toThrow('no answer for lost');
  });
});
