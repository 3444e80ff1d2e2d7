import { Eraser } from '@promise/erasure';
import { DemonstrationPeople } from '@promise/identity';
import { type Running, untilStopped } from '@promise/running';
import type { Settings } from '@promise/tracker';
import type { Logger } from 'pino';
import { type Application, makeApplication } from './application';
import { daily } from './daily';
import { dailyWork } from './daily-work';
import { loadPlansOnce } from './load-plans';

/** How long requests that are under way may take once the server stops. */
const GRACE_MS = 5_000;

/**
 * Runs the server until SIGINT or SIGTERM, and prints the address when it is ready.
 * @throws DatabaseLost, or why it cannot start; whatever was opened is closed again
 */
export async function runServer(settingsOf: () => Settings): Promise<void> {
  await untilStopped(settingsOf, async (running) => {
    const { settings, log, stop, tracker } = running;
    const people = demonstrationPeople(settings, log);
    const app = await makeApplication(tracker, people, log, settings);
    try {
      await serve(app, running);
      const endDaily = daily(
        () => dailyWork(app, log),
        (error) => {
          log.error({ err: error }, 'what is done daily failed');
        },
      );
      try {
        log.info({ signal: await stop.asked }, 'stopping');
      } finally {
        await endDaily();
      }
    } finally {
      await close(app);
    }
  });
}

/** In production there are none, also where somebody tried the tracker out in the same data folder. */
function demonstrationPeople({ production, dataDir }: Settings, log: Logger): DemonstrationPeople {
  if (!production) return DemonstrationPeople.of(dataDir);
  if (DemonstrationPeople.lieIn(dataDir)) {
    log.warn({ dataDir }, 'sign-in.json is not used: a production start has no demonstration people');
  }
  return DemonstrationPeople.none();
}

/** Begins to answer with all that was recorded, unless it was asked to stop before it got that far. */
async function serve(app: Application, running: Running): Promise<void> {
  const { settings, tracker, stop, opening } = running;
  await app.init();
  if (!settings.production) await loadPlansOnce(app, tracker, settings, print, () => stop.hasCome);
  if (tracker.readSide.builds) await catchUp(running);
  if (stop.hasCome) return;
  await app.get(Eraser, { strict: false }).resume();
  if (tracker.readSide.builds) tracker.readSide.projector.start();
  await opening.close();
  await app.listen(settings.port, settings.host);
  print(`The Promise tracker is ready at ${addressOf(app, settings)}\n`);
}

/** What keeps the projector from following is told by the health page; commands and what is shown already still work. */
async function catchUp({ tracker, stop, log, opening }: Running): Promise<void> {
  const onProgress = (applied: number): void => {
    opening.building = { applied, expected: null };
  };
  await tracker.readSide.projector.catchUp(stop.signal, onProgress).catch((error: unknown) => {
    log.error({ err: error }, 'the read models cannot follow the log');
  });
}

/** Lets requests finish, but not for ever: somebody may have opened a connection and sent half a request. */
async function close(app: Application): Promise<void> {
  const force = setTimeout(() => {
    app.getHttpServer().closeAllConnections();
  }, GRACE_MS);
  await app.close();
  clearTimeout(force);
}

function addressOf(app: Application, settings: Settings): string {
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address ? address.port : settings.port;
  return `http://${settings.host === '127.0.0.1' ? 'localhost' : settings.host}:${port}`;
}

function print(text: string): void {
  process.stdout.write(text);
}
