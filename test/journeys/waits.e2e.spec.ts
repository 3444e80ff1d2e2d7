import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { Newcomers, PASSWORD } from '../support/newcomers';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { guessUntilWait } from '../support/slow-waits';

describe('the wait after wrong tries', () => {
  let running: RunningTracker;

  beforeAll(async () => {
    running = await runningTracker();
  });
  afterAll(() => running.stop());

  it('is no longer than the wait that somebody elsewhere caused by guessing at their name', async () => {
    const { accounts } = running.tracker;
    const people = await Newcomers.to(running);
    await people.takeUp(await people.invite('Canna Sanday'), 'canna');
    const signIn = (): ReturnType<typeof accounts.withPassword> =>
      accounts.withPassword({ signInName: 'canna', password: PASSWORD }, '192.0.2.7');
    const database = new Client({ connectionString: running.databaseUrl });
    await database.connect();
    const name = createHash('sha256').update('name\ncanna').digest();
    await database.query(
      `INSERT INTO access.failed_attempt (subject, failures, last_at, wait_until)
       VALUES ($1, 30, now(), now() + interval '1 hour')`,
      [name],
    );
    for (let n = 0; n < 10; n += 1) expect(await signIn()).toEqual({ proven: null, mustWait: true });
    await database.query('UPDATE access.failed_attempt SET wait_until = now() WHERE subject = $1', [name]);
    await database.end();
    expect(await signIn()).toMatchObject({ proven: { person: expect.any(String) }, mustWait: false });
  });

  it('counts all addresses of one network of IPv6 as one, for they are without number', async () => {
    const { accounts } = running.tracker;
    const guessed = { signInName: 'nobody-on-ipv6', password: 'guess after guess' };
    let n = 0;
    const guess = async (): Promise<boolean> =>
      (await accounts.withPassword(guessed, `2001:db8:1:2::${(n += 1)}`)).mustWait;
    expect(await guessUntilWait(guess)).toBeGreaterThan(0);
  });
});
