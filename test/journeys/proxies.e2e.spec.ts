import request from 'supertest';
import { mainFormOf } from '../support/html-form';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { guessUntilWait, slowWaits } from '../support/slow-waits';
import { textOf } from '../support/visitor';

const [ONE, OTHER] = ['192.0.2.1', '192.0.2.2'];

describe.each([
  [0, true],
  [1, false],
])('with %i proxies in front', (proxies, sharesTheWait) => {
  let running: RunningTracker;

  beforeAll(async () => {
    running = await runningTracker({ plans: false, proxies });
  });
  afterAll(() => running.stop());

  /** Guesses a password as the proxy passes it on. */
  async function guess(from: string): Promise<string> {
    const passedOn = { 'X-Forwarded-For': from, 'X-Forwarded-Proto': 'https', Host: 'tracker.example' };
    const page = await request(running.server).get('/sign-in').set(passedOn);
    const cookie = String([page.headers['set-cookie'] ?? []].flat()[0]).split(';')[0] ?? '';
    const { fields } = mainFormOf(page.text, 'name="signInName"');
    const answer = await request(running.server)
      .post('/sign-in')
      .set({ ...passedOn, Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' })
      .type('form')
      .send({ ...fields, signInName: 'somebody', password: 'guess after guess' });
    return textOf(answer.text);
  }

  it(`believes ${proxies === 0 ? 'nobody' : 'the proxy alone'} where a request comes from`, async () => {
    expect(await guess(ONE)).toContain('We do not know this name with this password.');
    await guessUntilWait(async () => (await guess(ONE)).includes('too many wrong tries'));
    await slowWaits(running);
    const elsewhere = await guess(OTHER);
    expect(elsewhere.includes('too many wrong tries')).toBe(sharesTheWait);
  });
});
