import type { Danger, EventStore } from '@promise/event-store';
import type { ReadSideReports } from './read-side';

/** After this long whoever waits is told why. */
const SLOW_MS = 3_000;

/** The log is not safe, and this is production. */
export class LogInDanger extends Error {
  constructor(readonly dangers: readonly Danger[]) {
    super(`The log is not safe:\n${dangersInWords(dangers)}\nLook at it with: promise store check`);
    this.name = 'LogInDanger';
  }
}

/** A line for what is wrong and one for what to do, for each danger. */
export function dangersInWords(dangers: readonly Danger[]): string {
  return dangers.map(({ rule, what, remedy }) => `- ${what} (${rule})\n  ${remedy}`).join('\n');
}

/**
 * Looks whether events could be lost or changed behind the tracker's back, before anything is recorded.
 * @throws LogInDanger in production; elsewhere whoever runs the tracker is told, and it goes on. The reason for which
 * `stopping` aborts, as soon as it does
 */
export async function refuseDangers(
  store: EventStore,
  production: boolean,
  { onNotice, stopping }: Pick<ReadSideReports, 'onNotice' | 'stopping'>,
): Promise<void> {
  const slow = setTimeout(() => {
    onNotice(
      'The log is asked what could lose events: a long one takes its time, and one out of reach is given up soon.',
    );
  }, SLOW_MS);
  const dangers = await unlessAborted(store.check(), stopping).finally(() => {
    clearTimeout(slow);
  });
  if (dangers.length === 0) return;
  if (production) throw new LogInDanger(dangers);
  onNotice(`The log is not safe; in production the tracker would not start:\n${dangersInWords(dangers)}`);
}

/** What was begun goes on unheard when it is not waited for any more. */
async function unlessAborted<Answer>(asked: Promise<Answer>, signal: AbortSignal | undefined): Promise<Answer> {
  if (!signal) return asked;
  signal.throwIfAborted();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
  return Promise.race([asked, aborted]);
}
