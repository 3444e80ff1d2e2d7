import { openTracker, type Reports, type Settings, type Tracker } from '@promise/tracker';
import type { Logger } from 'pino';
import { makeLog } from './log';
import { Opening } from './opening';
import { StopRequest } from './stop-request';

/** What a process that lasts works with. */
export interface Running {
  readonly settings: Settings;
  readonly log: Logger;
  readonly stop: StopRequest;
  readonly tracker: Tracker;
  /** Answers at the address of the process; close it before you listen there. */
  readonly opening: Opening;
}

/**
 * Opens the tracker for the work of a process that lasts until SIGINT or SIGTERM, and closes it after it. Does nothing
 * where the wish to stop came before there were read models.
 * @throws DatabaseLost, what `openTracker` does, or what the work does; whatever was opened is closed again
 */
export async function untilStopped(
  settingsOf: () => Settings,
  work: (running: Running) => Promise<void>,
): Promise<void> {
  const settings = settingsOf();
  const log = makeLog(settings.logLevel);
  const stop = new StopRequest();
  const opening = await Opening.at(settings);
  try {
    const tracker = await openUnlessStopped(settings, reportsTo(log, stop, opening), stop);
    if (tracker) await work({ settings, log, stop, tracker, opening }).finally(() => tracker.close());
    // What was left off because the database was lost has not ended well.
    if (stop.hasCome) await stop.asked;
  } finally {
    await opening.close();
  }
}

async function openUnlessStopped(settings: Settings, reports: Reports, stop: StopRequest): Promise<Tracker | null> {
  try {
    return await openTracker(settings, reports);
  } catch (error) {
    if (stop.hasCome && error === stop.signal.reason) return null;
    throw error;
  }
}

function reportsTo(log: Logger, stop: StopRequest, opening: Opening): Reports {
  return {
    onNotice: (message) => {
      process.stdout.write(`${message}\n`);
    },
    onProblem: (error) => {
      log.error({ err: error }, 'problem behind the scenes');
    },
    onRebuild: ({ applied, expected }) => {
      opening.building = { applied, expected };
      log.info({ applied, expected }, 'building the read models');
    },
    onLost: stop.databaseLost,
    stopping: stop.signal,
  };
}
