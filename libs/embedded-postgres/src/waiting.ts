import { setTimeout } from 'node:timers/promises';

/** Lets `ms` milliseconds pass between two looks at the same thing. */
export async function pause(ms: number): Promise<void> {
  await setTimeout(ms);
}

/** Looks every 50 ms until `done` says so or the time is up; answers which of the two it was. */
export async function within(ms: number, done: () => boolean): Promise<boolean> {
  const deadline = Date.now() + ms;
  while (!done()) {
    if (Date.now() > deadline) return false;
    await pause(50);
  }
  return true;
}
