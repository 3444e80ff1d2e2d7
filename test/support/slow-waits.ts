import { createPool, roleUrls } from '@promise/database';
import type { RunningTracker } from './running-tracker';

/**
 * Guesses until that has to wait: from one wrong try to the next the wait doubles, so that it comes on any machine.
 * @param guess makes a wrong try and tells whether it had to wait
 * @returns how many tries were answered before
 */
export async function guessUntilWait(guess: () => Promise<boolean>): Promise<number> {
  for (let answered = 0; ; answered += 1) if (await guess()) return answered;
}

/** Makes whoever has to wait after wrong tries wait for a minute more, so that a slow machine is no way round it. */
export async function slowWaits({ databaseUrl }: RunningTracker): Promise<void> {
  const onIdleError = (error: Error): never => {
    throw error;
  };
  const pool = createPool(roleUrls(databaseUrl).owner, { applicationName: 'test', max: 1, onIdleError });
  await pool.query(
    "UPDATE access.failed_attempt SET wait_until = now() + interval '1 minute' WHERE wait_until > last_at",
  );
  await pool.end();
}
