import { NestFactory } from '@nestjs/core';
import { addDays, type Day, londonDay, systemClock } from '@promise/kernel';
import { openTracker, type Reports, type Settings, type Tracker, TrackerModule } from '@promise/tracker';
import { DemoFolder, type Marker, NoDemonstration } from './demo-folder';
import { type Act, PARTNERSHIP } from './history/act';
import { fingerprintOf, historyUntil } from './history/history';
import { recordHistory } from './record-history';
import { SimulatedClock } from './simulated-clock';

interface Surroundings {
  readonly print: (text: string) => void;
  readonly onProblem: (error: Error) => void;
  /** Whether somebody asked to stop. */
  readonly isOver: () => boolean;
  /** The last day of the history; yesterday where nothing is said. */
  readonly until?: Day;
}

/**
 * Makes sure that the data folder holds the whole demonstration and nothing else: makes it, finishes what was broken
 * off, or leaves it as it is.
 * @returns false when it was broken off
 * @throws NoDemonstration the folder or the settings cannot be used for it; nothing was written
 */
export async function makeDemonstration(settings: Settings, around: Surroundings): Promise<boolean> {
  if (settings.databaseUrl !== undefined || settings.eventStoreUrl !== undefined) {
    throw new NoDemonstration(
      'The demonstration keeps a database of its own in its data folder. Unset DATABASE_URL and EVENT_STORE_URL.',
    );
  }
  const folder = new DemoFolder(settings.dataDir);
  const found = folder.read();
  const until = found?.until ?? around.until ?? addDays(londonDay(systemClock.now()), -1);
  const history = historyUntil(until);
  const marker = { partnership: PARTNERSHIP, until, history: fingerprintOf(history), complete: false };
  if (found?.complete === false && found.history !== marker.history) throw anotherVersion(folder);
  if (!found) folder.write(marker);
  return fill(settings, folder, found ?? marker, history, around);
}

async function fill(
  settings: Settings,
  folder: DemoFolder,
  marker: Marker,
  history: readonly Act[],
  around: Surroundings,
): Promise<boolean> {
  const clock = new SimulatedClock();
  const { print, isOver } = around;
  const closing = new AbortController();
  const tracker = await openTracker(settings, reportsTo(around, closing.signal), clock);
  try {
    await refuseAnythingElse(tracker, folder);
    if (marker.complete) return true;
    const began = Date.now();
    print(
      `Making the demonstration in ${settings.dataDir}: ${history.length} things that an invented partnership did.\n`,
    );
    const app = await NestFactory.createApplicationContext(TrackerModule.of(tracker), { logger: false });
    const onProgress = (recorded: number): void => {
      print(`  ${(history[recorded - 1]?.at ?? '').slice(0, 4)}: ${recorded} of ${history.length}\n`);
    };
    const whole = await recordHistory(app, tracker, clock, history, { onProgress, isOver }).finally(() => app.close());
    if (!whole) return false;
    folder.write({ ...marker, complete: true });
    print(`The demonstration is made, in ${Math.round((Date.now() - began) / 1000)} seconds.\n`);
    return true;
  } finally {
    closing.abort();
    await tracker.close();
  }
}

/** Once it is closing, connections that the database cuts are no problem any more. */
function reportsTo({ print, onProblem }: Surroundings, closing: AbortSignal): Reports {
  return {
    onNotice: (message) => {
      print(`${message}\n`);
    },
    onProblem: (error) => {
      if (!closing.aborted) onProblem(error);
    },
    onRebuild: () => undefined,
  };
}

/** The log itself is asked, whatever the folder says: a demonstration holds the invented partnership alone. */
async function refuseAnythingElse({ store }: Tracker, folder: DemoFolder): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const events = await store.readAll(after, 1_000);
    const foreign = events.find(({ stream }) => !stream.startsWith(`${PARTNERSHIP}/`));
    if (foreign) throw folder.foreign(`There are records of another partnership in it (${foreign.stream}).`);
    const last = events.at(-1);
    if (!last) return;
    after = last.position;
  }
}

function anotherVersion(folder: DemoFolder): NoDemonstration {
  return new NoDemonstration(
    `The demonstration in ${folder.folder} was broken off, and this version of the tracker tells another history. ` +
      'Delete that folder and start again.',
  );
}
