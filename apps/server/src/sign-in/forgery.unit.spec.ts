import { newSessionToken } from '@promise/identity';
import { csrfTokenFor, isCsrfTokenFor } from './forgery';

describe('the token of forms', () => {
  const session = newSessionToken();

  it('is another one each time and always right for its session', () => {
    const [one, two] = [csrfTokenFor(session), csrfTokenFor(session)];
    expect(one).not.toBe(two);
    expect([one, two].map((token) => isCsrfTokenFor(session, token))).toEqual([true, true]);
  });

  it('is wrong for another session, changed, cut short or missing', () => {
    const token = csrfTokenFor(session);
    expect(isCsrfTokenFor(newSessionToken(), token)).toBe(false);
    const changed = (token.startsWith('A') ? 'B' : 'A') + token.slice(1);
    for (const given of [changed, token.slice(0, -4), '', undefined, [token]]) {
      expect([given, isCsrfTokenFor(session, given)]).toEqual([given, false]);
    }
  });
});
