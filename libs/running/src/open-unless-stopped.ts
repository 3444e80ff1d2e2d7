import { openTracker, type Reports, type Settings, type Tracker } from '@promise/tracker';
import type { Logger } from 'pino';
import type { StopRequest } from './stop-request';

/**
 * Opens the tracker for a process that lasts; null when it was asked to stop before there were read models.
 * @throws what `openTracker` does
 */
export async function openUnlessStopped(settings: Settings, log: Logger, stop: StopRequest): Promise<Tracker | null> {
  try {
    return await openTracker(settings, reportsTo(log, stop));
  } catch (error) {
    if (stop.hasCome && error === stop.signal.reason) return null;
    throw error;
  }
}

function reportsTo(log: Logger, stop: StopRequest): Reports {
  return {
    onNotice: (message) => {
      process.stdout.write(`${message}\n`);
    },
    onProblem: (error) => {
      log.error({ err: error }, 'problem behind the scenes');
    },
    onRebuild: ({ applied, expected }) => {
      log.info({ applied, expected }, 'building the read models');
    },
    onLost: stop.databaseLost,
    stopping: stop.signal,
  };
}
