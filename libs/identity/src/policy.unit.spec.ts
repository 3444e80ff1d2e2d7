import { mayOnlyAsInspector } from './policy';

describe('what somebody does as an inspector', () => {
  it('is what no other role of theirs allows, in whatever order they were given them', () => {
    for (const roles of [
      ['inspector', 'board'],
      ['board', 'inspector'],
    ] as const) {
      expect(mayOnlyAsInspector('trail.read', roles)).toBe(true);
      expect(mayOnlyAsInspector('timeline.read', roles)).toBe(false);
    }
    expect(mayOnlyAsInspector('timeline.read', ['inspector'])).toBe(true);
  });

  it('is nothing of others, and nothing that needs no role', () => {
    expect(mayOnlyAsInspector('trail.read', ['worker'])).toBe(false);
    expect(mayOnlyAsInspector('trail.read', [])).toBe(false);
    expect(mayOnlyAsInspector('pages.read', ['inspector'])).toBe(false);
    expect(mayOnlyAsInspector('people.read', ['inspector', 'administrator'])).toBe(false);
  });
});
