import { BACK, Council } from '../support/council';
import { type IdToken, newKey } from '../support/openid-provider';
import { ProviderVisitor } from '../support/provider-visitor';
import { textOf, Visitor } from '../support/visitor';

describe('an answer of a provider that does not hold', () => {
  let council: Council;

  beforeAll(async () => {
    council = await Council.open();
  });
  afterAll(() => council.stop());
  afterEach(() => {
    council.provider.tamper = null;
  });

  const person = { name: 'Unmistakable Somebody', groups: ['promise-workers'] };

  /** It is refused with a plain page, nobody is signed in, nothing is recorded, and the log says so without a name. */
  async function expectRefusal(visitor: Visitor, back: string, why: string, title: string): Promise<void> {
    const [before, from] = [await council.events(), council.running.logged.length];
    const answer = await visitor.get(back);
    const [note] = council.noted(from);
    expect([note?.kind, answer.status >= 400, textOf(answer.html)]).toEqual([
      expect.stringContaining(`council ${why}`),
      true,
      expect.stringContaining(title),
    ]);
    expect((await visitor.get('/sign-ins')).status).toBe(303);
    expect(await council.events()).toBe(before);
    expect(council.running.logged.slice(from).join('\n')).not.toMatch(/Unmistakable|forged-one|code=|state=/);
  }

  const hour = 3_600;
  const now = (): number => Math.floor(Date.now() / 1_000);
  const CHANGES: Readonly<Record<string, (claims: IdToken) => IdToken>> = {
    'of another issuer': (claims) => ({ ...claims, iss: 'https://elsewhere.example' }),
    'for another client': (claims) => ({ ...claims, aud: 'another' }),
    'for two clients, and not from us': (claims) => ({ ...claims, aud: ['tracker', 'another'], azp: 'another' }),
    'with another nonce': (claims) => ({ ...claims, nonce: 'another' }),
    'without a nonce': ({ nonce: _, ...claims }) => claims,
    'that has expired': (claims) => ({ ...claims, iat: now() - 2 * hour, exp: now() - hour }),
    'without an end': ({ exp: _, ...claims }) => claims,
    'without a subject': ({ sub: _, ...claims }) => claims,
  };

  it.each(Object.keys(CHANGES))('an ID token %s', async (what) => {
    const { visitor, back } = await council.answered('forged-one', person);
    council.provider.tamper = (token) => council.provider.signed(token, CHANGES[what] ?? ((claims) => claims));
    await expectRefusal(visitor, back, 'invalid-answer', 'We could not sign you in');
  });

  it('an ID token under another key', async () => {
    const { visitor, back } = await council.answered('forged-one', person);
    council.provider.tamper = (token) => council.provider.signed(token, (claims) => claims, newKey());
    await expectRefusal(visitor, back, 'invalid-answer', 'We could not sign you in');
  });

  it('an ID token with a group more under the old signature', async () => {
    const { visitor, back } = await council.answered('forged-one', person);
    council.provider.tamper = (token) => {
      const [header, , signature] = token.split('.');
      const [, payload] = council.provider
        .signed(token, (claims) => ({ ...claims, groups: ['promise-administrators'] }))
        .split('.');
      return [header, payload, signature].join('.');
    };
    await expectRefusal(visitor, back, 'invalid-answer', 'We could not sign you in');
  });

  it('an ID token that nobody signed', async () => {
    const { visitor, back } = await council.answered('forged-one', person);
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    council.provider.tamper = (token) => `${none}.${token.split('.')[1] ?? ''}.`;
    await expectRefusal(visitor, back, 'invalid-answer', 'We could not sign you in');
  });

  it('is none that the tampering itself spoils: the same way with nothing changed lets in', async () => {
    const { visitor, back } = await council.answered('una', person);
    council.provider.tamper = (token) => council.provider.signed(token, (claims) => claims);
    expect((await visitor.get(back)).status).toBe(303);
  });

  it('a code that the provider did not make', async () => {
    const { visitor, back } = await council.answered('forged-one', person);
    await expectRefusal(
      visitor,
      back.replace(/code=[^&]+/, 'code=made-up'),
      'invalid-answer',
      'We could not sign you in',
    );
  });

  it('an issuer in the address that is another', async () => {
    const { visitor, back } = await council.answered('forged-one', person);
    expect(back).toContain('iss=');
    await expectRefusal(
      visitor,
      back.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Felsewhere.example'),
      'invalid-answer',
      'We could not sign you in',
    );
  });

  it('a state that nobody asked with, none, or two', async () => {
    const { visitor, back } = await council.answered('forged-one', person);
    for (const wrong of [
      back.replace(/state=[^&]+/, 'state=made-up'),
      back.replace(/&?state=[^&]+/, ''),
      '/sign-in/with/council/back',
    ]) {
      await expectRefusal(visitor, wrong, 'unknown-state', 'Please start again');
    }
    await expectRefusal(visitor, `${back}&state=another`, 'invalid-answer', 'We could not sign you in');
  });

  it('a state that was begun in another browser, which is no worse off', async () => {
    const { visitor, back } = await council.answered('barra', person);
    const other = new Visitor(council.running);
    await expectRefusal(other, back, 'unknown-state', 'Please start again');
    await other.get('/sign-in');
    await expectRefusal(other, back, 'unknown-state', 'Please start again');
    expect((await visitor.get(back)).status).toBe(303);
  });

  it('a state that is more than ten minutes old', async () => {
    const { visitor, back } = await council.answered('forged-one', person);
    await council.inDatabase("UPDATE access.open_id_sign_in SET expires_at = expires_at - interval '10 minutes'");
    await expectRefusal(visitor, back, 'unknown-state', 'Please start again');
  });

  it('a state that was answered already', async () => {
    const { visitor, back } = await council.answered('forged-one', person);
    await visitor.get(back.replace(/code=[^&]+/, 'code=made-up'));
    await expectRefusal(visitor, back, 'unknown-state', 'Please start again');
  });

  it('no from the provider', async () => {
    const visitor = new Visitor(council.running);
    const { location } = await visitor.get('/sign-in/with/council');
    const back = await new ProviderVisitor(BACK).giveUp(location);
    expect(back).toContain('error=access_denied');
    await expectRefusal(visitor, back, 'denied', 'You were not signed in');
  });
});
