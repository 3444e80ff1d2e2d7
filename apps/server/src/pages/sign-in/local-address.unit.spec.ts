import { localAddress, unsentOf } from './local-address';

describe('where people go after signing in', () => {
  it.each(['/', '/p/north-lanarkshire', '/p/a/trail?kind=milestone&from=2026-01-01'])('goes to %s', (address) => {
    expect(localAddress(address)).toBe(address);
  });

  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'p/a',
    '/a\\b',
    '/sign-out',
    '/a\n',
    '',
  ])('does not go to %j', (address) => {
    expect(localAddress(address)).toBe('/');
  });
});

describe('what was written before the sign-in ended', () => {
  it('is read as a page of ours carries it', () => {
    const unsent = { action: '/p/a/milestones/new', fields: [['title', 'A “title”']] };
    expect(unsentOf(JSON.stringify(unsent))).toEqual(unsent);
  });

  it.each(['', '{', 'null', '{"action":"https://elsewhere.example","fields":[]}', '{"action":"/p/a","fields":"x"}'])(
    'is nothing for %j',
    (text) => {
      expect(unsentOf(text)).toBeNull();
    },
  );
});
