import { announce, present } from './presence';
import { pause } from './waiting';

const choosing = 'choosing';

/**
 * Runs `work` while no other process runs its own under the same folder. A process that dies holds nothing up, since
 * only the living count: Lamport's bakery, with file names for numbers, needs no lock that would have to be broken.
 */
export async function alone<T>(
  folder: string,
  waitMs: number,
  work: () => Promise<T>,
  onWait?: () => void,
): Promise<T> {
  const ticket = takeTicket(folder);
  try {
    const deadline = Date.now() + waitMs;
    for (let ahead = whoIsAhead(folder, ticket.name); ahead.length > 0; ahead = whoIsAhead(folder, ticket.name)) {
      onWait?.();
      onWait = undefined;
      if (Date.now() > deadline) throw new LockTimeout(folder, ahead);
      await pause(50);
    }
    return await work();
  } finally {
    ticket.withdraw();
  }
}

/** Another living process kept the lock for longer than we may wait. */
class LockTimeout extends Error {
  constructor(folder: string, ahead: string[]) {
    const pids = ahead.map((name) => Number.parseInt(name.split('_')[1] ?? '', 10)).join(', ');
    super(`Process ${pids} has been busy with the database for too long (see ${folder}). End it and try again.`);
  }
}

function takeTicket(folder: string): ReturnType<typeof announce> {
  const doorway = announce(folder, choosing);
  try {
    const last = Math.max(0, ...present(folder).map((name) => Number.parseInt(name, 10) || 0));
    return announce(folder, `${last + 1}`.padStart(12, '0'));
  } finally {
    doorway.withdraw();
  }
}

/** Two separate looks at the folder: a ticket is always written before its doorway file goes. */
function whoIsAhead(folder: string, own: string): string[] {
  const undecided = present(folder).filter((name) => name.startsWith(choosing));
  return undecided.length > 0 ? undecided : present(folder).filter((name) => !name.startsWith(choosing) && name < own);
}
